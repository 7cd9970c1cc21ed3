#include "engine/pretrain/joint/objectives/joint_objectives.h"
#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

/// Texts alone, pictures alone, and random pairs of both: a third each.
class GiveBack final : public Objective {
public:
    GiveBack(const JointContext &context, Random &random)
        : m_context(context),
          m_text("give_back.text", context.recipe.starter.width, context.recipe.starter.textWidth, random),
          m_picture("give_back.picture", context.recipe.starter.width, kPictureSummaryWidth, random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const JointData &data = m_context.joint;
        std::vector<PreparedInput> inputs;
        Wanted texts;
        Wanted pictures;
        for (int i = 0; i < batch; ++i) {
            const double draw = random.uniform();
            const FrozenPart *text = draw < 2.0 / 3 ? &random.oneOf(data.texts) : nullptr;
            const FrozenPart *picture = draw >= 1.0 / 3 ? &drawPicture(random) : nullptr;
            texts.add(text, i);
            pictures.add(picture, i);
            inputs.push_back(inputOf(text, picture));
        }
        const at::Tensor pooled = jointPooled(m_context.starter, inputs);
        return texts.loss(pooled, m_text, data.textSummary) + pictures.loss(pooled, m_picture, data.pictureSummary);
    }

    NamedTensors parameters() const override { return joined({m_text.parameters(), m_picture.parameters()}); }

private:
    /// The rows of a batch that have a part, and what is to be given back there.
    struct Wanted {
        std::vector<std::int64_t> rows;
        std::vector<at::Tensor> summaries;

        void add(const FrozenPart *part, std::int64_t row)
        {
            if (part != nullptr) {
                rows.push_back(row);
                summaries.push_back(part->pooled);
            }
        }

        at::Tensor loss(const at::Tensor &pooled, const LinearHead &head, const Standard &standard) const
        {
            if (rows.empty()) {
                return at::zeros({});
            }
            return at::mse_loss(head(pooled.index_select(0, torch::tensor(rows, at::kLong))),
                                standard(at::stack(summaries)));
        }
    };

    const FrozenPart &drawPicture(Random &random) const
    {
        const JointData &data = m_context.joint;
        return random.chance(0.5) ? random.oneOf(data.pictures) : random.oneOf(data.questionPictures);
    }

    JointContext m_context;
    LinearHead m_text;
    LinearHead m_picture;
};

}  // namespace

JointObjectiveInfo joint_objectives::giveBack()
{
    return {{"give_back", "The pooled output gives back the embedders' own summaries of text and picture."},
            [](const JointContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<GiveBack>(context, random);
            }};
}

}  // namespace atlas::engine
