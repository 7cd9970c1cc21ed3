#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_head.h"
#include "engine/pretrain/objectives/objectives.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

/// How much a piece tells, from how many texts hold it: idf, 0 for a piece that all hold.
at::Tensor inverseFrequencies(const PretrainContext &context)
{
    const auto count = static_cast<std::int64_t>(context.data.texts.size());
    at::Tensor documents = at::ones({context.vilt.tokenizer().vocabularySize()});
    float *number = documents.data_ptr<float>();
    for (const std::string &text : context.data.texts) {
        std::vector<std::int64_t> ids = context.vilt.tokenizer().pieces(text);
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const std::int64_t id : ids) {
            number[id] += 1.0F;
        }
    }
    return documents.reciprocal().mul(static_cast<double>(count + 1)).log().clamp_min(0.0);
}

/// Formula: - sum_w t_w log softmax(W pooled)_w, t = the text's pieces weighted by idf, summing to 1.
class BagOfWords final : public Objective {
public:
    BagOfWords(const PretrainContext &context, Random &random)
        : m_context(context), m_weights(inverseFrequencies(context)),
          m_head("bag_of_words", context.recipe.model.width, context.vilt.tokenizer().vocabularySize(), random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        std::vector<std::string> texts;
        for (int i = 0; i < batch; ++i) {
            texts.push_back(random.oneOf(m_context.data.texts));
        }
        const auto inputs = tokenizeAll(m_context.vilt, texts);
        at::Tensor target = at::zeros({batch, m_weights.size(0)});
        for (std::size_t row = 0; row < inputs.size(); ++row) {
            const std::vector<std::int64_t> words(inputs[row].ids.begin() + 1, inputs[row].ids.end() - 1);
            const at::Tensor index = torch::tensor(words, at::kLong);
            target[static_cast<std::int64_t>(row)].index_put_({index}, m_weights.index_select(0, index));
        }
        target /= target.sum(1, true).clamp_min(1e-6);
        const at::Tensor logits = m_head(pooledFeatures(m_context.vilt, inputs));
        return -(target * at::log_softmax(logits, 1)).sum(1).mean();
    }

    NamedTensors parameters() const override { return m_head.parameters(); }

private:
    PretrainContext m_context;
    at::Tensor m_weights;  ///< (vocabulary)
    LinearHead m_head;
};

}  // namespace

ObjectiveInfo objectives::bagOfWords()
{
    return {{"bag_of_words", "The pooled output of a text gives back which words it holds, rare ones counting more."},
            [](const PretrainContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<BagOfWords>(context, random);
            }};
}

}  // namespace atlas::engine
