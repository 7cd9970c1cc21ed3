#include "engine/pretrain/picture_batch.h"

#include <torch/types.h>

namespace atlas::engine {

PictureBatch drawPictures(const LabelledPictures &pictures, int batch, const Recipe &recipe, Random &random)
{
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> labels;
    for (int i = 0; i < batch; ++i) {
        const std::size_t row = random.below(pictures.labels.size());
        rows.push_back(static_cast<std::int64_t>(row));
        labels.push_back(pictures.labels[row]);
    }
    const at::Tensor chosen = pictures.pixels.index_select(0, torch::tensor(rows, at::kLong));
    const PictureSize size = random.oneOf(recipe.pictureSizes);
    return {augment(chosen, size, AugmentationStrength{}, random), torch::tensor(labels, at::kLong)};
}

}  // namespace atlas::engine
