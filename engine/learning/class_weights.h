#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <vector>

namespace atlas::engine {

/// Samples of each class: the sum of its weights over the samples.
/// Shapes: truth[sample][class] -> [class]
std::vector<double> classCounts(const std::vector<std::vector<double>> &truth);

/// How uneven classes are, of those that have samples.
struct Imbalance {
    std::size_t largest = 0;   ///< place of the class with the most samples
    std::size_t smallest = 0;  ///< and with the fewest
    double ratio = 1;          ///< of their counts
};

/// 1 where no class or only one has samples.
Imbalance imbalanceOf(const std::vector<double> &counts);

/// Class-balanced weights: a class counts as much as its effective number of samples is small.
/// Formula: w_c = k (1 - beta) / (1 - beta^n_c), k so that sum_c n_c w_c = sum_c n_c (a sample's mean weight is 1).
/// beta = 0 leaves all classes alike, beta -> 1 weighs by 1 / n_c. A class without samples gets 1.
/// Shapes: counts (C) -> (C) float32.  Requires: 0 <= beta < 1.
/// Source: Cui et al. 2019.
at::Tensor classBalancedWeights(const std::vector<double> &counts, double beta);

}  // namespace atlas::engine
