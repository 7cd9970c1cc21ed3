#include "engine/pretrain/augmentation.h"
#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_head.h"
#include "engine/pretrain/objectives/objectives.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

class QuestionAnswer final : public Objective {
public:
    QuestionAnswer(const PretrainContext &context, Random &random)
        : m_context(context),
          m_head("question_answer", context.recipe.model.width, static_cast<int>(context.data.answers.size()), random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const QuestionPictures &source = m_context.data.questions;
        std::vector<std::string> questions;
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> answers;
        for (int i = 0; i < batch; ++i) {
            const PictureQuestion &question = random.oneOf(source.questions);
            questions.push_back(question.question);
            rows.push_back(question.picture);
            answers.push_back(question.answer);
        }
        auto inputs = tokenizeAll(m_context.vilt, questions);
        setPictures(inputs, augment(source.pixels.index_select(0, torch::tensor(rows, at::kLong)),
                                    random.oneOf(m_context.recipe.pictureSizes), kGentle, random));
        return at::cross_entropy_loss(m_head(pooledFeatures(m_context.vilt, inputs)),
                                      torch::tensor(answers, at::kLong));
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    PretrainContext m_context;
    LinearHead m_head;
};

}  // namespace

ObjectiveInfo objectives::questionAnswer()
{
    return {{"question_answer", "The pooled output of a picture and a question gives the answer."},
            [](const PretrainContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<QuestionAnswer>(context, random);
            }};
}

}  // namespace atlas::engine
