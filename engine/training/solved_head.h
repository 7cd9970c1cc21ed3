#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// How a linear head, or the linear part of one, was solved for (head_solver.h).
struct SolvedHead {
    at::Tensor columns;  ///< the inputs that it looks at, (used) int64; the weights of all others are 0
    double penalty = 0;  ///< C
    at::Tensor trust{};  ///< (n) float32, weights of the training samples, mean 1; undefined = all count alike
};

}  // namespace atlas::engine
