#include "engine/starter/own_features.h"

#include <torch/types.h>

#include <array>

namespace atlas::engine {
namespace {

constexpr int kParts = 2;    ///< texts, and pictures, an input may have
constexpr int kFigures = 3;  ///< of a channel's differences

/// Channels of a stride, and how many of its cells lie in a token.
struct Stride {
    std::int64_t channels;
    std::int64_t cells;
};
constexpr std::array<Stride, 3> kStridesOfTokens{{{320, 1}, {112, 4}, {40, 16}}};
constexpr int kCoarseWidth = kFigures * (320 + 112);
constexpr int kFineWidth = kFigures * (40 + kFineChannels);

void put(at::Tensor row, std::int64_t begin, const at::Tensor &values)
{
    row.narrow(0, begin, values.numel()).copy_(values);
}

at::Tensor minus(const at::Tensor &b, const at::Tensor &a)
{
    return b.to(at::kFloat) - a.to(at::kFloat);
}

/// Per channel mean |d|, max d, max -d over all cells.  Shapes: d with its channels first -> (3 channels)
at::Tensor figuresOf(const at::Tensor &d)
{
    const at::Tensor cells = d.flatten(1);
    return at::cat({cells.abs().mean(1), cells.amax(1), -cells.amin(1)});
}

/// -> (kCoarseWidth + kFineWidth)
at::Tensor cellDifferences(const FrozenPart &a, const FrozenPart &b)
{
    const at::Tensor tokens = minus(b.tokens, a.tokens);
    std::vector<at::Tensor> parts;
    std::int64_t begin = 0;
    for (const Stride &stride : kStridesOfTokens) {
        // pixel_unshuffle leaves the finer cells of a channel side by side.
        const std::int64_t width = stride.channels * stride.cells;
        parts.push_back(
            figuresOf(tokens.narrow(1, begin, width).view({-1, stride.channels, stride.cells}).transpose(0, 1)));
        begin += width;
    }
    parts.push_back(figuresOf(minus(b.fine, a.fine)));
    return at::cat(parts);
}

}  // namespace

int OwnFeatures::width() const
{
    const FeatureGroup last = groups().back();
    return static_cast<int>(last.begin + last.count);
}

std::vector<FeatureGroup> OwnFeatures::groups() const
{
    std::vector<FeatureGroup> groups;
    std::int64_t begin = 0;
    for (const std::int64_t count :
         {std::int64_t{kParts} * (m_textWidth + kPictureSummaryWidth), std::int64_t{kPictureSummaryWidth},
          std::int64_t{kCoarseWidth}, std::int64_t{kFineWidth}}) {
        groups.push_back({begin, count});
        begin += count;
    }
    return groups;
}

at::Tensor OwnFeatures::rows(const std::vector<const PreparedInput *> &inputs) const
{
    const at::NoGradGuard frozen;
    at::Tensor rows = at::zeros({static_cast<std::int64_t>(inputs.size()), width()});
    const std::int64_t pictures = std::int64_t{kParts} * m_textWidth;
    const std::vector<FeatureGroup> kinds = groups();
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
            put(row, kinds[1].begin, minus(b.pooled, a.pooled).abs());
            if (a.rows == b.rows && a.columns == b.columns) {
                put(row, kinds[2].begin, cellDifferences(a, b));
            }
        }
    }
    return rows;
}

}  // namespace atlas::engine
