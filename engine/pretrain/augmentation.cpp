#include "engine/pretrain/augmentation.h"

#include <ATen/ATen.h>

#include <array>

namespace atlas::engine {
namespace {

constexpr std::int64_t kBicubic = 2;
constexpr std::int64_t kReflect = 2;

/// Per picture the affine map from output to input coordinates, both in [-1, 1].  -> (B, 2, 3)
at::Tensor placements(std::int64_t count, const AugmentationStrength &strength, Random &random)
{
    at::Tensor maps = at::zeros({count, 2, 3});
    auto map = maps.accessor<float, 3>();
    for (std::int64_t i = 0; i < count; ++i) {
        const double zoom = 1.0 - random.between(0.0, strength.crop);
        const double stretch = random.between(1.0 - strength.crop / 2, 1.0 + strength.crop / 2);
        const double mirror = random.chance(strength.flip) ? -1.0 : 1.0;
        map[i][0][0] = static_cast<float>(mirror * zoom * stretch);
        map[i][1][1] = static_cast<float>(zoom / stretch);
        map[i][0][2] = static_cast<float>(random.between(-2 * strength.shift, 2 * strength.shift));
        map[i][1][2] = static_cast<float>(random.between(-2 * strength.shift, 2 * strength.shift));
    }
    return maps;
}

/// Per picture the linear map of its colours: rows of the matrix and an offset.  (B, 3, 3) and (B, 3, 1, 1)
std::pair<at::Tensor, at::Tensor> colourings(std::int64_t count, const AugmentationStrength &strength, Random &random)
{
    constexpr std::array<float, 3> kLuma{0.299F, 0.587F, 0.114F};
    constexpr double kWhite = 255.0;
    at::Tensor matrices = at::zeros({count, 3, 3});
    at::Tensor offsets = at::zeros({count, 3, 1, 1});
    auto matrix = matrices.accessor<float, 3>();
    auto offset = offsets.accessor<float, 4>();
    for (std::int64_t i = 0; i < count; ++i) {
        const bool grey = random.chance(strength.grey);
        const bool inverted = random.chance(strength.inverted);
        const double contrast = random.between(1.0 - strength.light, 1.0 + strength.light);
        const double middle = kWhite / 2 * (1.0 - contrast) + kWhite * random.between(-0.4, 0.4) * strength.light;
        const double sign = inverted ? -1.0 : 1.0;
        for (int out = 0; out < 3; ++out) {
            for (int in = 0; in < 3; ++in) {
                const double share = grey ? static_cast<double>(kLuma[static_cast<std::size_t>(in)]) : (in == out);
                matrix[i][out][in] = static_cast<float>(sign * contrast * share);
            }
            offset[i][out][0][0] = static_cast<float>(inverted ? kWhite - middle : middle);
        }
    }
    return {matrices, offsets};
}

}  // namespace

at::Tensor augment(const at::Tensor &pixels, PictureSize size, const AugmentationStrength &strength, Random &random)
{
    const std::int64_t count = pixels.size(0);
    const at::Tensor grid = at::affine_grid_generator(placements(count, strength, random),
                                                      {count, 3, size.height, size.width}, /*align_corners=*/false);
    const auto [matrices, offsets] = colourings(count, strength, random);
    const at::Tensor coloured = at::bmm(matrices, pixels.to(at::kFloat).flatten(2)).view(pixels.sizes()) + offsets;
    return at::grid_sampler(coloured, grid, kBicubic, kReflect, /*align_corners=*/false)
        .round_()
        .clamp_(0, 255)
        .to(at::kByte);
}

}  // namespace atlas::engine
