#pragma once

#include "engine/insight/step.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// The order in which unlabelled samples cover the data best: next is always the one that lies furthest from all that
/// are labelled or chosen already (of equal ones the first). Without labelled samples the one nearest to the mean
/// direction comes first. After the first 1,000 (`limit`) the others follow as they are given. Of more than 20,000
/// labelled samples 20,000 evenly spread ones count.
/// Shapes: unit (n, F), rows of length 1 -> `unlabelled` in another order.  Errors: what `step` throws, within one
/// block. Source: k-centre greedy, Sener & Savarese 2018.
std::vector<std::int64_t> diverseOrder(const at::Tensor &unit, const std::vector<std::int64_t> &labelled,
                                       const std::vector<std::int64_t> &unlabelled, const Step &step,
                                       std::int64_t limit = 1000);

}  // namespace atlas::engine
