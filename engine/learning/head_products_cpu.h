#pragma once

#include "engine/learning/head_products.h"

/// head_products.h by the row kernels.  Requires: fits(h, z).
namespace atlas::engine::cpu {

/// On the CPU, rows no wider than the kernels take.
bool fits(const at::Tensor &h, const at::Tensor &z);

at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x);
HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z);
GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks);
SpreadGradient spreadHeads(const SpreadInput &input, bool wantH);

}  // namespace atlas::engine::cpu
