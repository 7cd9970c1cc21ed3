#include "engine/pretrain/captions.h"
#include "engine/pretrain/joint/objectives/joint_objectives.h"
#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

/// Half of the captions name the picture's class, half another one.
class Matching final : public Objective {
public:
    Matching(const JointContext &context, Random &random)
        : m_context(context), m_head("matching", context.recipe.starter.width, 1, random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const JointData &data = m_context.joint;
        const PicturePart &part = m_context.recipe.pictures;
        std::vector<PreparedInput> inputs;
        std::vector<float> belongs;
        for (int i = 0; i < batch; ++i) {
            const std::size_t row = random.below(data.pictures.size());
            auto named = static_cast<std::size_t>(m_context.data.pictures.labels[row]);
            const bool right = random.chance(0.5);
            if (!right) {
                named = (named + 1 + random.below(part.classes.size() - 1)) % part.classes.size();
            }
            inputs.push_back(inputOf(&data.phrases.at(drawCaption(part, named, random).text()), &data.pictures[row]));
            belongs.push_back(right ? 1.0F : 0.0F);
        }
        return at::binary_cross_entropy_with_logits(m_head(jointPooled(m_context.starter, inputs)).squeeze(1),
                                                    torch::tensor(belongs));
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    JointContext m_context;
    LinearHead m_head;
};

}  // namespace

JointObjectiveInfo joint_objectives::matching()
{
    return {{"matching", "Does a caption, English or Japanese, name what the picture shows?"},
            [](const JointContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<Matching>(context, random);
            }};
}

}  // namespace atlas::engine
