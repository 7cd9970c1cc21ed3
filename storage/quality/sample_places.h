#pragma once

#include "storage/quality/insight_store.h"
#include "storage/records.h"

#include <limits>

namespace atlas::storage {

/// A sample as a point of the map, and what the map is coloured by.
struct SamplePlace {
    std::int64_t sample = 0;
    float x = 0;
    float y = 0;
    std::int64_t labelClass = 0;  ///< id of its first class; 0 = unlabelled
    Split split = Split::Unassigned;
    ReviewState review = ReviewState::Unlabelled;
    std::int64_t suggestedClass = 0;                              ///< id; 0 = nothing is suggested
    double suggested = std::numeric_limits<double>::quiet_NaN();  ///< probability of the suggestion
    double given = std::numeric_limits<double>::quiet_NaN();      ///< of the label it carries; NaN = not judged
    bool suspicious = false;                                      ///< the label it carries looks wrong
};

/// A dataset as a map.
struct SamplePlaces {
    std::vector<SamplePlace> placed;  ///< by id
    std::int64_t unplaced = 0;        ///< samples that nobody has looked at
    std::vector<LabelClass> classes;
    std::optional<InsightRecord> record;  ///< of the look
};

/// Threads: the connection's. Blocks: about 0.1 s for 70,000 samples.
SamplePlaces readSamplePlaces(Connection &connection, std::int64_t dataset);

}  // namespace atlas::storage
