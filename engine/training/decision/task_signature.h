#pragma once

#include "engine/learning/named_tensors.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// Where a task's samples lie among the frozen backbone's features: their mean and covariance, and how far samples that
/// were not fitted lie from it, so that a distance can be read as a percentile.
/// Formula: d(x) = (x - mu)^T C^-1 (x - mu) / D, C = Ledoit-Wolf shrinkage of the samples' covariance towards
/// tr(S) / D I.
/// Shapes: mean (D), factor (D (D + 1) / 2) the Cholesky factor's lower triangle row by row, distances (at most 201).
/// Source: Mahalanobis 1936; Ledoit & Wolf 2004.
class TaskSignature {
public:
    /// `rows` are fitted, `heldOut` calibrates; where there is none, what was fitted does, which then looks nearer than
    /// new samples.  Requires: rows not empty.
    /// Shapes: rows (n, D), heldOut (m, D), float
    static TaskSignature fit(const at::Tensor &rows, const at::Tensor &heldOut);

    /// d of each row.  Shapes: (n, D) -> n
    std::vector<double> distances(const at::Tensor &rows) const;

    /// Share of held-out samples that are nearer, those at the same distance half, 0 to 1.
    double percentile(double distance) const;

    /// "signature.mean", "signature.factor", "signature.distances"; what distances() uses, bit for bit.
    NamedTensors parameters() const;
    /// Takes them out of a file.  Errors: BadInput (absent, or sizes that do not fit).
    static TaskSignature load(TensorMap &from);
    static std::vector<std::string> names();

private:
    at::Tensor lower() const;  ///< (D, D) double

    at::Tensor m_mean;
    at::Tensor m_factor;
    at::Tensor m_distances;
};

/// The covariance of centred rows, shrunk.
/// Formula: (1 - s) S + s m I, S = X^T X / n, m = tr(S) / D, s = min(b, d) / d, d = |S - m I|^2,
/// b = sum_k |x_k x_k^T - S|^2 / n^2.
/// Shapes: (n, D) double -> (D, D)
at::Tensor shrunkCovariance(const at::Tensor &centred);

}  // namespace atlas::engine
