#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// Resizes with the bicubic kernel (a = -0.5), widened when shrinking (antialiased), in the integer arithmetic of
/// Pillow's 8-bit path: weights in 22-bit fixed point, one pass along the rows and one along the columns, rounded to
/// 8 bits between both. The result equals Pillow's (13) bit for bit, the order of the passes included.
/// Shapes: uint8 (H, W, C) -> uint8 (height, width, C).
/// Requires: all sides >= 1.
/// Source: Keys 1981, "Cubic convolution interpolation for digital image processing".
at::Tensor resizeBicubic(const at::Tensor &image, int height, int width);

}  // namespace atlas::engine
