#pragma once

#include "engine/learning/adapter_hook.h"
#include "engine/training/classifier.h"
#include "engine/training/feature_source.h"
#include "engine/training/run_model.h"
#include "engine/training/strategy.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace atlas::engine {

/// The backbone as one task answers with it: with its adapters, its tuned weights or the prompts.
/// Requires: everything referred to outlives it; what is trainable was marked before. Of tasks with weights of their
/// own only one at a time is in the backbone, that of the network made last.
class TaskNetwork {
public:
    TaskNetwork(const Backbone &backbone, const Strategy &strategy, RunModel &model, const TaskModel &task,
                const BatchLimits &limits);

    /// The form and size of a task's head.
    static std::string headForm(const Strategy &strategy, const HeadShape &shape);
    static HeadShape headShape(const Backbone &backbone, const Strategy &strategy, const Classifier &classifier);

    /// The model whose gates a learned task answers with.
    static const TaskModel &answering(const Strategy &strategy, const RunModel &model, const TaskModel &task);

    /// The head sees the embedders' own features and nothing of the transformer.
    bool summariesOnly() const { return m_summariesOnly; }

    /// null = there are no gates to be listened to.
    AdapterHook *gates() { return m_gated ? &m_hook : nullptr; }

    /// What the task's head sees of a split.  Errors: Cancelled.
    std::unique_ptr<InputFeatures> features(const PreparedSplit &split, const std::stop_token &stop);

    /// The same, computed once where it is frozen. `progress` is told how many samples are done.  Errors: Cancelled.
    std::unique_ptr<FeatureSource> trainingFeatures(const PreparedSplit &split,
                                                    const std::function<void(std::int64_t)> &progress,
                                                    const std::stop_token &stop);

private:
    const Backbone &m_backbone;
    RunModel &m_model;
    BatchLimits m_limits;
    AdapterHook m_hook;
    bool m_hooked;
    bool m_summariesOnly;
    bool m_gated;
    bool m_frozen;  ///< nothing below the head trains: features stay what they are
};

}  // namespace atlas::engine
