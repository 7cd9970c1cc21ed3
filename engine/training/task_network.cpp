#include "engine/training/task_network.h"

#include "engine/training/prompted_features.h"

namespace atlas::engine {

TaskNetwork::TaskNetwork(const Backbone &backbone, const Strategy &strategy, RunModel &model, const TaskModel &task,
                         const BatchLimits &limits)
    : m_backbone(backbone), m_model(model), m_limits(limits),
      m_hook(model.bank, task.gates, backbone.config().heads, strategy.gateOptions()),
      m_hooked(!strategy.withoutAdapters()), m_summariesOnly(strategy.withoutTransformer() && backbone.ownWidth() > 0),
      m_gated(m_hooked && m_hook.options().scaling != GateScaling::Off),
      m_frozen((!m_hooked || m_hook.constant()) && !model.tuned.trainable() && !model.prompts)
{
    if (!task.tuned.empty()) {
        model.tuned.put(task.tuned);
    }
}

const TaskModel &TaskNetwork::answering(const Strategy &strategy, const RunModel &model, const TaskModel &task)
{
    return strategy.answersWithNewest() ? model.learned.back() : task;
}

HeadShape TaskNetwork::headShape(const Backbone &backbone, const Strategy &strategy, const Classifier &classifier)
{
    const int own = backbone.ownWidth();
    const bool summariesOnly = strategy.withoutTransformer() && own > 0;
    return classifier.headShape(summariesOnly ? 0 : backbone.config().width, own, backbone.joinsPairs());
}

std::string TaskNetwork::headForm(const Strategy &strategy, const HeadShape &shape)
{
    return strategy.headForm() == kMlpHead && shape.own > 0 ? kSummaryHead : strategy.headForm();
}

std::unique_ptr<InputFeatures> TaskNetwork::features(const PreparedSplit &split, const std::stop_token &stop)
{
    if (m_summariesOnly) {
        return std::make_unique<OwnFeatureSource>(m_backbone, split);
    }
    if (m_model.prompts) {
        return std::make_unique<PromptedFeatures>(m_backbone, *m_model.prompts, split, m_limits, stop);
    }
    return std::make_unique<LiveFeatures>(m_backbone, m_hooked ? &m_hook : nullptr, split);
}

std::unique_ptr<FeatureSource> TaskNetwork::trainingFeatures(const PreparedSplit &split,
                                                             const std::function<void(std::int64_t)> &progress,
                                                             const std::stop_token &stop)
{
    std::unique_ptr<InputFeatures> live = features(split, stop);
    if (!m_frozen) {
        return live;
    }
    return std::make_unique<CachedFeatures>(*live, m_limits, progress, stop);
}

}  // namespace atlas::engine
