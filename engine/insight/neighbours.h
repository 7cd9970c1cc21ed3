#pragma once

#include "engine/insight/step.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace atlas::engine {

/// The nearest samples of each sample, nearest first.
struct Neighbours {
    at::Tensor places;     ///< (n, k) int64
    at::Tensor distances;  ///< (n, k) float32, 1 - cosine
};

/// Exact search by products, block by block; a sample is not its own neighbour. Among more than 20,000 samples
/// neighbours are looked for among 20,000 that are evenly spread over them. Fewer than k others: k is what there is.
/// Shapes: unit (n, F), rows of length 1.  Errors: what `step` throws, within one block.
Neighbours nearestOf(const at::Tensor &unit, std::int64_t k, const Step &step);

}  // namespace atlas::engine
