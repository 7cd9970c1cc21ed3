#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace atlas::engine {

/// A share of right answers on what was kept from training.
struct PretrainScore {
    std::string name;  ///< one word, for logs
    std::string what;  ///< in words, for the model card
    double share = 0;
    std::size_t n = 0;
};

using PretrainScores = std::vector<PretrainScore>;

/// "43.2 %"
std::string percent(double share);

/// "pictures 48.4 %, questions 93.5 %"
std::string describe(const PretrainScores &scores);

}  // namespace atlas::engine
