#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace atlas {

/// What the backbone's features say of one sample. Probabilities are out of sample: by classifiers that have not seen
/// it.
struct SampleInsight {
    std::int64_t sample = 0;
    /// The three most probable classes, best first; empty where too few samples are labelled.
    std::vector<std::pair<std::string, double>> suggestions{};
    /// Probability of the label it carries; NaN = unlabelled or cannot be judged.
    double given = std::numeric_limits<double>::quiet_NaN();
    bool suspicious = false;  ///< confident learning takes the label for wrong
    double outlier = 0;       ///< mean cosine distance to its ten nearest, by the median of all samples; 1 = typical
    bool lonely = false;      ///< `outlier` lies beyond what the spread of the others explains
    float x = 0;              ///< place on the map
    float y = 0;
    std::int64_t diverse = -1;  ///< place in the most-diverse-first order of unlabelled samples; -1 = labelled
    std::vector<std::int64_t> nearest{};  ///< the five nearest samples, nearest first
};

}  // namespace atlas
