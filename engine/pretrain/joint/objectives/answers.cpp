#include "engine/pretrain/joint/objectives/joint_objectives.h"
#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

class Answers final : public Objective {
public:
    Answers(const JointContext &context, Random &random)
        : m_context(context),
          m_head("answers", context.recipe.starter.width, static_cast<int>(context.data.answers.size()), random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const JointData &data = m_context.joint;
        std::vector<PreparedInput> inputs;
        std::vector<std::int64_t> answers;
        for (int i = 0; i < batch; ++i) {
            const PictureQuestion &question = random.oneOf(m_context.data.questions.questions);
            inputs.push_back(inputOf(&data.phrases.at(question.question),
                                     &data.questionPictures[static_cast<std::size_t>(question.picture)]));
            answers.push_back(question.answer);
        }
        return at::cross_entropy_loss(m_head(jointPooled(m_context.starter, inputs)),
                                      torch::tensor(answers, at::kLong));
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    JointContext m_context;
    LinearHead m_head;
};

}  // namespace

JointObjectiveInfo joint_objectives::answers()
{
    return {{"answers", "The pooled output of a picture and a question gives the answer."},
            [](const JointContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<Answers>(context, random);
            }};
}

}  // namespace atlas::engine
