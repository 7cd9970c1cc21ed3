#include "engine/starter/joint_tokens.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::int64_t kModalities = 4;
constexpr std::int64_t kFirstPicture = 2;  ///< row of the modality table

/// Standardised numbers are kept within this: a picture far from everything in the pretraining data must not drown the
/// rest of its sequence.
constexpr double kFarthest = 10;

at::Tensor standard(const at::Tensor &tokens, const at::Tensor &mean, const at::Tensor &deviation)
{
    return tokens.to(mean.options().dtype(at::kFloat)).sub(mean).div_(deviation).clamp_(-kFarthest, kFarthest);
}

}  // namespace

JointTokens::JointTokens(const StarterConfig &config, WeightSource &source)
    : m_gridSide(config.gridSide), m_text(Linear::make(source, "joint.text", config.width, config.textWidth)),
      m_picture(Linear::make(source, "joint.picture", config.width, kPictureTokenWidth)),
      m_cls(source.take("joint.cls", {1, config.width}, Init::Normal)),
      m_modality(source.take("joint.modality", {kModalities, config.width}, Init::Normal)),
      m_positions(source.take("joint.position", {m_gridSide * m_gridSide, config.width}, Init::Normal)),
      m_textMean(source.take("joint.text.mean", {config.textWidth}, Init::Zeros)),
      m_textDeviation(source.take("joint.text.deviation", {config.textWidth}, Init::Ones)),
      m_pictureMean(source.take("joint.picture.mean", {kPictureTokenWidth}, Init::Zeros)),
      m_pictureDeviation(source.take("joint.picture.deviation", {kPictureTokenWidth}, Init::Ones))
{
}

void JointTokens::setStandard(const at::Tensor &textMean, const at::Tensor &textDeviation,
                              const at::Tensor &pictureMean, const at::Tensor &pictureDeviation)
{
    m_textMean = textMean;
    m_textDeviation = textDeviation;
    m_pictureMean = pictureMean;
    m_pictureDeviation = pictureDeviation;
}

at::Tensor JointTokens::standardText(const at::Tensor &tokens) const
{
    return standard(tokens, m_textMean, m_textDeviation);
}

at::Tensor JointTokens::standardPicture(const at::Tensor &tokens) const
{
    return standard(tokens, m_pictureMean, m_pictureDeviation);
}

/// -> (rows columns, d)
at::Tensor JointTokens::positionsFor(int rows, int columns) const
{
    if (rows == m_gridSide && columns == m_gridSide) {
        return m_positions;
    }
    const at::Tensor grid = m_positions.to(at::kFloat).t().reshape({1, -1, m_gridSide, m_gridSide});
    return at::upsample_bilinear2d(grid, {rows, columns}, /*align_corners=*/true)
        .flatten(2)[0]
        .t()
        .to(m_positions.scalar_type());
}

EmbeddedBatch JointTokens::embed(const std::vector<const PreparedInput *> &inputs) const
{
    // All texts are one product, all pictures another; a row table then lays the tokens out, padding included.
    std::vector<at::Tensor> texts;
    std::vector<at::Tensor> pictures;
    std::vector<at::Tensor> positions;
    std::map<std::pair<int, int>, at::Tensor> grids;
    std::vector<std::int64_t> textModality;
    std::vector<std::int64_t> pictureModality;
    std::int64_t longest = 0;
    std::int64_t shortest = INT64_MAX;
    for (const PreparedInput *input : inputs) {
        std::int64_t length = 1;
        for (std::size_t i = 0; i < input->texts.size(); ++i) {
            texts.push_back(input->texts[i].tokens);
            const std::int64_t count = texts.back().size(0);
            textModality.insert(textModality.end(), static_cast<std::size_t>(count), static_cast<std::int64_t>(i));
            length += count;
        }
        for (std::size_t i = 0; i < input->pictures.size(); ++i) {
            const FrozenPart &part = input->pictures[i];
            pictures.push_back(part.tokens);
            const std::int64_t count = part.tokens.size(0);
            pictureModality.insert(pictureModality.end(), static_cast<std::size_t>(count),
                                   kFirstPicture + static_cast<std::int64_t>(i));
            at::Tensor &grid = grids[{part.rows, part.columns}];
            grid = grid.defined() ? grid : positionsFor(part.rows, part.columns);
            positions.push_back(grid);
            length += count;
        }
        longest = std::max(longest, length);
        shortest = std::min(shortest, length);
    }

    // Rows: 0 [CLS], 1 padding, then all text tokens, then all picture tokens.
    std::vector<at::Tensor> rows{m_cls, at::zeros_like(m_cls)};
    std::int64_t nextText = 2;
    std::int64_t nextPicture = 2 + static_cast<std::int64_t>(textModality.size());
    const auto modality = [this](const std::vector<std::int64_t> &which) {
        return m_modality.index_select(0, torch::tensor(which, at::kLong).to(m_modality.device()));
    };
    if (!texts.empty()) {
        rows.push_back(m_text(standardText(at::cat(texts)).to(m_cls.scalar_type())) + modality(textModality));
    }
    if (!pictures.empty()) {
        rows.push_back(m_picture(standardPicture(at::cat(pictures)).to(m_cls.scalar_type())) +
                       modality(pictureModality) + at::cat(positions));
    }

    const auto batch = static_cast<std::int64_t>(inputs.size());
    at::Tensor table = at::ones({batch, longest}, at::kLong);
    at::Tensor mask = at::zeros({batch, longest});
    for (std::int64_t row = 0; row < batch; ++row) {
        const PreparedInput &input = *inputs[static_cast<std::size_t>(row)];
        std::int64_t *place = table.data_ptr<std::int64_t>() + row * longest;
        float *real = mask.data_ptr<float>() + row * longest;
        *place++ = 0;
        *real++ = 1;
        const auto lay = [&](const std::vector<FrozenPart> &parts, std::int64_t &next) {
            for (const FrozenPart &part : parts) {
                for (std::int64_t i = 0; i < part.tokens.size(0); ++i) {
                    *place++ = next++;
                    *real++ = 1;
                }
            }
        };
        lay(input.texts, nextText);
        lay(input.pictures, nextPicture);
    }
    const at::Tensor all = at::cat(rows);
    return {all.index_select(0, table.flatten().to(all.device())).view({batch, longest, all.size(1)}),
            mask.to(all.device()), shortest != longest};
}

void JointTokens::visit(const WeightVisitor &visitor)
{
    m_text.visit(visitor);
    m_picture.visit(visitor);
    visitor("joint.cls", m_cls);
    visitor("joint.modality", m_modality);
    visitor("joint.position", m_positions);
}

void JointTokens::visitConstants(const WeightVisitor &visitor)
{
    visitor("joint.text.mean", m_textMean);
    visitor("joint.text.deviation", m_textDeviation);
    visitor("joint.picture.mean", m_pictureMean);
    visitor("joint.picture.deviation", m_pictureDeviation);
}

}  // namespace atlas::engine
