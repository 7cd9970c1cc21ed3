#pragma once

#include "engine/learning/gate_set.h"

namespace atlas::engine {

/// How far the rows are from orthonormal.
/// Formula: mean((X X^T - I)^2) / (R d).  Shapes: (R, d) -> scalar.
at::Tensor orthogonalityPenalty(const at::Tensor &rows);

struct OrthogonalityOptions {
    double coefficient = 0.1;
    bool keys = false;    ///< stage 2: the keys as well as the queries
    int minimumRows = 2;  ///< sites with fewer adapters are skipped
};

/// Sum over all sites, times the coefficient; a float32 scalar, 0 without a graph when every site is skipped.
at::Tensor orthogonalityLoss(const GateSet &gates, const OrthogonalityOptions &options);

}  // namespace atlas::engine
