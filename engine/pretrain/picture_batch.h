#pragma once

#include "engine/pretrain/augmentation.h"
#include "engine/pretrain/pretrain_data.h"

namespace atlas::engine {

struct PictureBatch {
    at::Tensor pixels;  ///< uint8 (B, 3, h, w), augmented; one size for the batch, drawn from the recipe's
    at::Tensor labels;  ///< (B) int64
};

/// Random pictures of the labelled part, changed at random.
PictureBatch drawPictures(const LabelledPictures &pictures, int batch, const Recipe &recipe, Random &random);

}  // namespace atlas::engine
