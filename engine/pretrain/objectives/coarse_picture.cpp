#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_head.h"
#include "engine/pretrain/objectives/objectives.h"
#include "engine/pretrain/picture_batch.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr int kSide = 6;  ///< of the coarse copy

/// Half of the pictures come from the labelled part, half are those that questions are asked about.
class CoarsePicture final : public Objective {
public:
    CoarsePicture(const PretrainContext &context, Random &random)
        : m_context(context), m_head("coarse_picture", context.recipe.model.width, 3 * kSide * kSide, random)
    {
        std::vector<std::int64_t> rows;
        for (const PictureQuestion &question : context.data.questions.questions) {
            if (rows.empty() || rows.back() != question.picture) {
                rows.push_back(question.picture);
            }
        }
        m_drawings = {context.data.questions.pixels.index_select(0, torch::tensor(rows, at::kLong)),
                      std::vector<std::int64_t>(rows.size(), 0)};
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const LabelledPictures &source = random.chance(0.5) ? m_context.data.pictures : m_drawings;
        const PictureBatch pictures = drawPictures(source, batch, m_context.recipe, random);
        const at::Tensor coarse =
            at::adaptive_avg_pool2d(pictures.pixels.to(at::kFloat), {kSide, kSide}).div(127.5).sub(1.0).flatten(1);
        auto inputs = tokenizeAll(m_context.vilt, std::vector<std::string>(static_cast<std::size_t>(batch)));
        setPictures(inputs, pictures.pixels);
        return at::mse_loss(m_head(pooledFeatures(m_context.vilt, inputs)), coarse);
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    PretrainContext m_context;
    LabelledPictures m_drawings;  ///< without classes: the labels are all 0
    LinearHead m_head;
};

}  // namespace

ObjectiveInfo objectives::coarsePicture()
{
    return {{"coarse_picture", "The pooled output of a picture gives back a copy of 6 x 6 colours."},
            [](const PretrainContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<CoarsePicture>(context, random);
            }};
}

}  // namespace atlas::engine
