#pragma once

#include "engine/insight/carried_classes.h"

#include <cstdint>
#include <vector>

namespace atlas::engine {

constexpr int kInsightFolds = 5;

/// Deals samples into folds so that each class is spread evenly and sets of samples that belong together (copySets())
/// stay together. In an order drawn by the seed each set goes to the fold that has the fewest samples of the set's
/// rarest class, of equal ones to the smallest fold.
/// Source: iterative stratification, Sechidis et al. 2011, in one pass.
/// Shapes: carried (n), sets (n), counts (classes) -> (n), 0 .. kInsightFolds - 1; -1 = carries nothing.
std::vector<int> stratifiedFolds(const CarriedClasses &carried, const std::vector<std::int64_t> &sets,
                                 const std::vector<std::int64_t> &counts, std::uint64_t seed);

/// At most `limit` of the samples that have a fold, ascending: of each class as large a share, drawn by the seed, but
/// as many as `kInsightFolds` x 2 where it has them, so that rare ones are not lost.
std::vector<std::int64_t> stratifiedSubset(const CarriedClasses &carried, const std::vector<int> &folds,
                                           const std::vector<std::int64_t> &counts, std::int64_t limit,
                                           std::uint64_t seed);

}  // namespace atlas::engine
