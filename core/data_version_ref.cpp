#include "core/data_version_ref.h"

namespace atlas {

std::string versionKey(const DataVersionRef &version)
{
    return "v" + std::to_string(version.number);
}

std::string versionTitle(const DataVersionRef &version)
{
    const std::string title = version.dataset + " " + versionKey(version);
    return version.name.empty() ? title : title + " (" + version.name + ")";
}

std::string versionTitles(const std::vector<DataVersionRef> &versions, const std::string &dataset)
{
    std::string titles;
    for (const DataVersionRef &version : versions) {
        if (dataset.empty() || version.dataset == dataset) {
            titles += (titles.empty() ? "" : ", ") + versionTitle(version);
        }
    }
    return titles;
}

}  // namespace atlas
