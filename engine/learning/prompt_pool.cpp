#include "engine/learning/prompt_pool.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/nn/functional.h>
#include <torch/types.h>

#include <tuple>

namespace atlas::engine {
namespace {

constexpr double kPromptDeviation = 0.02;

at::Tensor unitRows(const at::Tensor &rows)
{
    return torch::nn::functional::normalize(rows, torch::nn::functional::NormalizeFuncOptions().dim(1));
}

}  // namespace

PromptPool::PromptPool(const PromptOptions &options, int width, at::Generator &generator) : m_options(options)
{
    if (options.chosen < 1 || options.chosen > options.pool) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The number of chosen prompts should be from 1 to the pool's size %1, but is %2."),
                options.pool, options.chosen),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose fewer prompts or make the pool larger.")));
    }
    m_keys = torch::empty({options.pool, width}).normal_(0, kPromptDeviation, generator);
    m_prompts = torch::empty({options.pool, options.length, width}).normal_(0, kPromptDeviation, generator);
}

EmbeddedBatch PromptPool::insert(const EmbeddedBatch &batch, const at::Tensor &queries)
{
    const std::int64_t rows = batch.tokens.size(0);
    const std::int64_t length = batch.tokens.size(1);
    const at::Tensor cosines = unitRows(queries.to(m_keys.scalar_type())).matmul(unitRows(m_keys).t());
    const auto [best, places] = cosines.topk(m_options.chosen, 1);
    if (best.requires_grad()) {
        const at::Tensor pull = (1 - best).sum();
        m_pull = m_pull.defined() ? m_pull + pull : pull;
        m_pulled += best.numel();
    }
    const at::Tensor prompts = m_prompts.index_select(0, places.flatten())
                                   .view({rows, m_options.chosen * m_options.length, batch.tokens.size(2)})
                                   .to(batch.tokens.scalar_type());
    EmbeddedBatch result;
    result.tokens = torch::cat({batch.tokens.narrow(1, 0, 1), prompts, batch.tokens.narrow(1, 1, length - 1)}, 1);
    result.mask = torch::cat({batch.mask.narrow(1, 0, 1), torch::ones({rows, prompts.size(1)}, batch.mask.options()),
                              batch.mask.narrow(1, 1, length - 1)},
                             1);
    result.padded = batch.padded;
    return result;
}

at::Tensor PromptPool::takePull()
{
    const at::Tensor mean = m_pulled > 0 ? m_pull / static_cast<double>(m_pulled) : at::Tensor();
    m_pull = at::Tensor();
    m_pulled = 0;
    return mean;
}

NamedTensors PromptPool::parameters() const
{
    return {{"prompts.keys", m_keys}, {"prompts.values", m_prompts}};
}

void PromptPool::setTrainable(bool trainable)
{
    setRequiresGrad(parameters(), trainable);
}

void PromptPool::load(TensorMap &from)
{
    for (auto &[name, tensor] : parameters()) {
        at::Tensor target = tensor;
        takeInto(from, name, target);
    }
}

void PromptPool::to(const std::string &device)
{
    for (at::Tensor *tensor : {&m_keys, &m_prompts}) {
        *tensor = tensor->detach().to(torch::Device(device)).requires_grad_(tensor->requires_grad());
    }
}

}  // namespace atlas::engine
