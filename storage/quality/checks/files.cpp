// Files that should be there and are not.

#include "core/translatable.h"
#include "storage/quality/checks/checks.h"
#include "storage/quality/checks/listed.h"

#include <system_error>

namespace atlas::storage::checks {
namespace {

bool unreadable(const std::optional<AssetRef> &image)
{
    std::error_code error;
    return image && (!std::filesystem::is_regular_file(image->path, error) ||
                     std::filesystem::file_size(image->path, error) == 0 || error);
}

std::vector<Finding> missing(const QualityData &data)
{
    std::vector<std::int64_t> samples;
    for (const Sample &sample : data.samples) {
        if (unreadable(sample.image) || unreadable(sample.image2)) {
            samples.push_back(sample.id);
        }
    }
    return listed(std::move(samples));
}

}  // namespace

std::vector<QualityCheck> files()
{
    return {{.name = "missing",
             .title = QT_TRANSLATE_NOOP("QualityCheck", "Missing pictures"),
             .sentence = QT_TRANSLATE_NOOP("QualityCheck", "The pictures of %n samples cannot be read any more."),
             .help = QT_TRANSLATE_NOOP("QualityCheck", "Linked files were moved or deleted. Put them back where they "
                                                       "were, or remove the samples."),
             .level = ProblemLevel::Error,
             .oneByOne = true,
             .fixes = {"remove", "keep"},
             .find = missing}};
}

}  // namespace atlas::storage::checks
