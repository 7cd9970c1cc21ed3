#include "engine/pretrain/forward.h"
#include "engine/pretrain/objectives/objectives.h"
#include "engine/pretrain/word_mask.h"

namespace atlas::engine {
namespace {

constexpr double kMaskedShare = 0.15;

class MaskedWords final : public Objective {
public:
    explicit MaskedWords(const PretrainContext &context) : m_context(context) {}

    at::Tensor loss(int batch, Random &random) const override
    {
        std::vector<std::string> texts;
        for (int i = 0; i < batch; ++i) {
            texts.push_back(random.oneOf(m_context.data.texts));
        }
        auto inputs = tokenizeAll(m_context.vilt, texts);
        const WordMask mask = maskRandomWords(inputs, kMaskedShare, m_context.vilt.tokenizer(), random);
        return maskedLoss(m_context.vilt, forward(m_context.vilt, inputs).lastHidden, mask);
    }

private:
    PretrainContext m_context;
};

}  // namespace

ObjectiveInfo objectives::maskedWords()
{
    return {{"masked_words", "Hidden words of a text are found again from the rest."},
            [](const PretrainContext &context, Random &) -> std::unique_ptr<Objective> {
                return std::make_unique<MaskedWords>(context);
            }};
}

}  // namespace atlas::engine
