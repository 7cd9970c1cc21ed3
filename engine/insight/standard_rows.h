#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// How features are made comparable: each column less its mean, by its standard deviation; columns that never change
/// are left out.
struct RowStandard {
    at::Tensor columns;    ///< (F') int64; empty where all are constant
    at::Tensor mean;       ///< (F') float32
    at::Tensor deviation;  ///< (F') float32

    /// Requires: rows not empty.  Shapes: (n, F)
    static RowStandard of(const at::Tensor &rows);
    /// Rows of constant columns alone become one column of zeros.  Shapes: (m, F) -> (m, F')
    at::Tensor apply(const at::Tensor &rows) const;
};

/// Features made comparable: each column less its mean, by its standard deviation over n; columns that never change
/// (parts that no sample has) are left out. Where all are constant one column of zeros stays.
/// Shapes: (n, F) float32 -> (n, F' <= F) float32.
at::Tensor standardRows(const at::Tensor &rows);

/// Each row by its length, so that products are cosines; a row of zeros stays.
/// Formula: |a - b|^2 = 2 (1 - cos(a, b)) for rows of length 1: order by distance is order by cosine distance.
/// Shapes: (n, F) -> (n, F)
at::Tensor unitRows(const at::Tensor &rows);

}  // namespace atlas::engine
