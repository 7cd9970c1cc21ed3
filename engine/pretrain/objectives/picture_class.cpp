#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_head.h"
#include "engine/pretrain/objectives/objectives.h"
#include "engine/pretrain/picture_batch.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

class PictureClass final : public Objective {
public:
    PictureClass(const PretrainContext &context, Random &random)
        : m_context(context), m_head("picture_class", context.recipe.model.width,
                                     static_cast<int>(context.recipe.pictures.classes.size()), random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const PictureBatch pictures = drawPictures(m_context.data.pictures, batch, m_context.recipe, random);
        auto inputs = tokenizeAll(m_context.vilt, std::vector<std::string>(static_cast<std::size_t>(batch)));
        setPictures(inputs, pictures.pixels);
        return at::cross_entropy_loss(m_head(pooledFeatures(m_context.vilt, inputs)), pictures.labels);
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    PretrainContext m_context;
    LinearHead m_head;
};

}  // namespace

ObjectiveInfo objectives::pictureClass()
{
    return {{"picture_class", "The pooled output of a picture without text names its class."},
            [](const PretrainContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<PictureClass>(context, random);
            }};
}

}  // namespace atlas::engine
