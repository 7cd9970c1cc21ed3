#pragma once

#include "engine/training/prepared_cache.h"

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// Samples of one forward pass.
using MicroBatch = std::vector<std::int64_t>;

/// 0 .. n-1: all samples of a split in their order.
std::vector<std::int64_t> allPlaces(std::int64_t n);

/// How many activations a forward pass should hold at once.
struct BatchLimits {
    int width = 0;               ///< d of the backbone
    std::int64_t maxInputs = 0;  ///< 0 = only the cache decides
};

/// Splits samples into micro-batches of like token count, so that little is spent on padding, and so small that a
/// layer's activations stay in the processor's cache.
/// Formula: inputs x longest x d <= 2^20 floats (4 MiB; 8 inputs of 185 tokens at d = 768 were measured best).
/// The result depends on the given samples and their order alone: evaluation of the same samples is the same always.
std::vector<MicroBatch> makeMicroBatches(const PreparedSplit &split, const std::vector<std::int64_t> &samples,
                                         const BatchLimits &limits);

/// The order of an epoch cut into batches of `batch` samples; a last one of less than half a batch joins the one
/// before.
std::vector<std::vector<std::int64_t>> makeBatches(const std::vector<std::int64_t> &order, std::int64_t batch);

}  // namespace atlas::engine
