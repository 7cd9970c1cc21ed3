#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::engine {

/// Which samples belong together: copies, whose features are equal up to rounding, and those that name the same group
/// (Sample::group; empty = none). A label must not be judged by a classifier that has seen a copy of its sample.
/// Formula: a and b are copies where |a - b| <= 1e-4 |a|. Copies are neighbours in the order of the rows' products with
/// one random direction, so only neighbours are compared.
/// Shapes: rows (n, F), groups (n) -> (n), the first place of each set.
std::vector<std::int64_t> copySets(const at::Tensor &rows, const std::vector<std::string> &groups);

}  // namespace atlas::engine
