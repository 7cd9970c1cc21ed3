#include "engine/starter/own_features.h"

#include <torch/torch.h>

#include <array>

namespace atlas::engine {
namespace {

constexpr int kParts = 2;  ///< texts, and pictures, an input may have
/// Channels of the three strides, and how many finer cells of each lie in a token.
constexpr std::array<std::pair<std::int64_t, std::int64_t>, 3> kStrides{{{320, 1}, {112, 4}, {40, 16}}};
constexpr int kDifferenceWidth = 2 * (320 + 112 + 40);

/// (n, token width) twice -> mean and maximum of |a - b| over all cells, per channel  (kDifferenceWidth)
at::Tensor cellDifferences(const at::Tensor &a, const at::Tensor &b)
{
    const at::Tensor difference = (a.to(at::kFloat) - b.to(at::kFloat)).abs_();
    std::vector<at::Tensor> parts;
    std::int64_t begin = 0;
    for (const auto &[channels, cells] : kStrides) {
        // pixel_unshuffle leaves the finer cells of a channel side by side.
        const at::Tensor map = difference.narrow(1, begin, channels * cells).view({-1, channels, cells});
        parts.push_back(map.mean(at::IntArrayRef{0, 2}));
        parts.push_back(map.amax(at::IntArrayRef{0, 2}));
        begin += channels * cells;
    }
    return at::cat(parts);
}

void put(at::Tensor row, std::int64_t begin, const at::Tensor &values)
{
    row.narrow(0, begin, values.numel()).copy_(values);
}

}  // namespace

int OwnFeatures::width() const
{
    return kParts * (m_textWidth + kPictureSummaryWidth) + kPictureSummaryWidth + kDifferenceWidth;
}

at::Tensor OwnFeatures::rows(const std::vector<const PreparedInput *> &inputs) const
{
    const at::NoGradGuard frozen;
    at::Tensor rows = at::zeros({static_cast<std::int64_t>(inputs.size()), width()});
    const std::int64_t pictures = std::int64_t{kParts} * m_textWidth;
    const std::int64_t differences = pictures + std::int64_t{kParts} * kPictureSummaryWidth;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const PreparedInput &input = *inputs[i];
        const at::Tensor row = rows[static_cast<std::int64_t>(i)];
        for (std::size_t part = 0; part < input.texts.size(); ++part) {
            put(row, static_cast<std::int64_t>(part) * m_textWidth, input.texts[part].pooled);
        }
        for (std::size_t part = 0; part < input.pictures.size(); ++part) {
            put(row, pictures + static_cast<std::int64_t>(part) * kPictureSummaryWidth, input.pictures[part].pooled);
        }
        if (input.pictures.size() == kParts) {
            const FrozenPart &a = input.pictures[0];
            const FrozenPart &b = input.pictures[1];
            put(row, differences, (a.pooled.to(at::kFloat) - b.pooled.to(at::kFloat)).abs());
            if (a.rows == b.rows && a.columns == b.columns) {
                put(row, differences + kPictureSummaryWidth, cellDifferences(a.tokens, b.tokens));
            }
        }
    }
    return rows;
}

}  // namespace atlas::engine
