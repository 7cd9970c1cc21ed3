#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace atlas::engine {

/// What a linear classifier is fitted to. Everything is computed in the rows' element type.
struct LogisticProblem {
    at::Tensor rows;           ///< (m, F), standardised
    std::int64_t outputs = 1;  ///< K
    std::int64_t samples = 0;  ///< n; m = n, or more where a sample has several rows (choices)
    /// Mean loss over the samples, differentiable.  Shapes: scores (m, K) -> scalar.
    std::function<at::Tensor(const at::Tensor &scores)> loss;
    double tolerance = 1e-6;  ///< largest part of the objective's gradient at which the solution is accepted
};

struct LogisticSolution {
    at::Tensor weight;  ///< (K, F)
    at::Tensor bias;    ///< (K)
    double objective = 0;
};

/// The minimum of mean loss + |W|^2 / (2 C n), which is that of C sum loss + |W|^2 / 2; the bias is not drawn to 0. The
/// objective is convex, so the result depends on the data alone. Solved by L-BFGS with a strong Wolfe line search.
/// `start`, if defined, is a solution for another C: it saves steps and changes nothing else.
/// `check` is called before every evaluation and may throw.
/// Source: Liu & Nocedal 1989; C as in LIBLINEAR and scikit-learn.
LogisticSolution fitLogistic(const LogisticProblem &problem, double c, const LogisticSolution &start,
                             const std::function<void()> &check);

}  // namespace atlas::engine
