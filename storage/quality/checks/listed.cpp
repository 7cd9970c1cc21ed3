#include "storage/quality/checks/listed.h"

#include <algorithm>

namespace atlas::storage::checks {

std::vector<Finding> listed(std::vector<std::int64_t> samples)
{
    if (samples.empty()) {
        return {};
    }
    Finding finding;
    finding.samples = std::move(samples);
    return {std::move(finding)};
}

std::vector<Finding> lowestFirst(std::vector<std::pair<double, std::int64_t>> samples)
{
    std::ranges::sort(samples);
    std::vector<std::int64_t> ids;
    for (const auto &[figure, id] : samples) {
        ids.push_back(id);
    }
    return listed(std::move(ids));
}

}  // namespace atlas::storage::checks
