#pragma once

#include "engine/pretrain/random.h"
#include "engine/pretrain/recipe.h"

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// How much training pictures are changed. Every value is a range's half width or a probability.
struct AugmentationStrength {
    double crop = 0.2;   ///< share of a side that a crop may leave out
    double shift = 0.1;  ///< of a side
    double flip = 0.5;
    double light = 0.3;      ///< factor and offset of the pixel values
    double grey = 0.15;      ///< pictures without colour,
    double inverted = 0.05;  ///< and drawn light on dark, so that features serve such pictures too
};

/// Pictures whose answers depend on colours and shapes are only resized and shifted a little.
inline constexpr AugmentationStrength kGentle{
    .crop = 0.1, .shift = 0.05, .flip = 0.5, .light = 0.0, .grey = 0.0, .inverted = 0.0};

/// Random crop, shift, flip, light, and resize to `size`; other draws for every picture.
/// Shapes: uint8 (B, 3, H, W) -> uint8 (B, 3, size.height, size.width).
at::Tensor augment(const at::Tensor &pixels, PictureSize size, const AugmentationStrength &strength, Random &random);

}  // namespace atlas::engine
