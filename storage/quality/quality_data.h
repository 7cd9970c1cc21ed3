#pragma once

#include "pictures/picture_measures.h"
#include "storage/quality/copies.h"
#include "storage/quality/insight_store.h"
#include "storage/records.h"

#include <stop_token>
#include <unordered_map>
#include <unordered_set>

namespace atlas::storage {

/// Everything that the checks of a dataset look at, read once.
struct QualityData {
    Dataset dataset;
    std::vector<LabelClass> classes;
    std::vector<Sample> samples;  ///< by id; without those that were removed or skipped
    std::unordered_map<std::string, pictures::PictureMeasures> measures;  ///< by SHA-256 of the (first) picture
    std::unordered_map<std::int64_t, StoredInsight> insights;             ///< by sample
    std::unordered_set<std::string> kept;                                 ///< keys of findings that people let stand
    PlaceGroups copies{};                                                 ///< places in `samples`
    PlaceGroups lookAlikes{};                                             ///< the same
};

/// Blocks: about a second for 100,000 samples.  Errors: Cancelled, those of the stores.
QualityData readQualityData(Connection &connection, const std::filesystem::path &assets, std::int64_t dataset,
                            const std::stop_token &stop);

}  // namespace atlas::storage
