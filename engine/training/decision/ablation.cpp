#include "engine/training/decision/ablation.h"

#include "engine/learning/adapter_hook.h"
#include "engine/training/decision/frozen_rows.h"
#include "engine/training/evaluator.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>

namespace atlas::engine {

Ablation::Ablation(const RunContext &context, const AdapterBank &bank, const PreparedTask &task, const TaskHead &head,
                   std::int64_t mostSamples)
    : m_context(context), m_bank(bank), m_task(task), m_head(head),
      m_places(spreadPlaces(task.validation.split->size(), mostSamples))
{
}

std::vector<double> Ablation::losses(const GateSet &gates) const
{
    const torch::NoGradGuard frozen;
    const PreparedSplit &split = *m_task.validation.split;
    const Loss &loss = m_task.classifier.loss();
    const Targets &targets = m_task.validation.targets;
    const at::Tensor &truth = targets.of(loss);
    AdapterHook hook(m_bank, gates, m_context.backbone->config().heads, m_context.strategy->gateOptions());
    const LiveFeatures features(*m_context.backbone, &hook, split);
    std::vector<double> losses(m_places.size());
    for (const MicroBatch &batch : makeMicroBatches(split, m_places, m_context.limits)) {
        throwIfStopped(m_context.stop);
        const at::Tensor logits =
            m_task.classifier.logits(m_head, features, batch, m_context.stop).to(torch::kCPU, torch::kFloat);
        const std::vector<double> each =
            sampleLosses(loss, logits, truth.index_select(0, torch::tensor(batch, torch::kLong)));
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto place = std::ranges::lower_bound(m_places, batch[i]) - m_places.begin();
            losses[static_cast<std::size_t>(place)] = each[i];
        }
    }
    return losses;
}

}  // namespace atlas::engine
