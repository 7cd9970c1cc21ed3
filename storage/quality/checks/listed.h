#pragma once

#include "storage/quality/quality_check.h"

#include <utility>

namespace atlas::storage::checks {

/// The one finding of a check whose samples are gone through one by one; none where there are no samples.
std::vector<Finding> listed(std::vector<std::int64_t> samples);

/// The same of samples with a figure, the lowest first.
std::vector<Finding> lowestFirst(std::vector<std::pair<double, std::int64_t>> samples);

/// The same of those for which `wanted` holds and that nobody has verified.
template <typename Wanted>
std::vector<Finding> unverified(const QualityData &data, Wanted wanted)
{
    std::vector<std::int64_t> samples;
    for (const Sample &sample : data.samples) {
        if (sample.review != ReviewState::Verified && wanted(sample)) {
            samples.push_back(sample.id);
        }
    }
    return listed(std::move(samples));
}

}  // namespace atlas::storage::checks
