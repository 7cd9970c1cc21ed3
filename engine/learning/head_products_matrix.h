#pragma once

#include "engine/learning/head_products.h"

/// head_products.h by matrix products: for accelerators, and for rows wider than the kernels take.
namespace atlas::engine::matrix {

at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x);
HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z);
GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks);
SpreadGradient spreadHeads(const SpreadInput &input, bool wantH);

}  // namespace atlas::engine::matrix
