#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// Features made comparable: each column less its mean, by its standard deviation over n; columns that never change
/// (parts that no sample has) are left out. Where all are constant one column of zeros stays.
/// Shapes: (n, F) float32 -> (n, F' <= F) float32.
at::Tensor standardRows(const at::Tensor &rows);

/// Each row by its length, so that products are cosines; a row of zeros stays.
/// Formula: |a - b|^2 = 2 (1 - cos(a, b)) for rows of length 1: order by distance is order by cosine distance.
/// Shapes: (n, F) -> (n, F)
at::Tensor unitRows(const at::Tensor &rows);

}  // namespace atlas::engine
