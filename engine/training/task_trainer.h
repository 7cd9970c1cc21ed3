#pragma once

#include "engine/learning/adapter_hook.h"
#include "engine/training/checkpoint.h"
#include "engine/training/evaluator.h"
#include "engine/training/run_context.h"
#include "engine/training/stage_trainer.h"

#include <functional>
#include <memory>

namespace atlas::engine {

/// Teaches a run its next task: prepares the data, runs the strategy's stages, asks the policy, and leaves the learned
/// task in the model. Goes on from wherever the progress says.
class TaskTrainer {
public:
    /// Told the weights and the optimiser's state; writes them with the progress.
    using WriteCheckpoint = std::function<void(const NamedTensors &model, const NamedTensors &optimizer)>;

    /// Prepares all training and validation samples.  Errors: BadInput (a sample that cannot be read), Cancelled.
    TaskTrainer(const RunContext &context, RunModel &model, RunProgress &progress, WriteCheckpoint write);

    /// `saved` are the task's weights from a checkpoint, empty at its start.
    /// Errors: Cancelled, BadInput, Damaged (weights that do not fit); whatever `write` and the observer throw.
    TaskModel run(TensorMap saved);

private:
    TaskModel start() const;
    TaskModel restore(TensorMap saved) const;
    bool beginStage(const StagePlan &plan, TaskModel &task);
    void trainStage(const StagePlan &plan, TaskModel &task, std::size_t stages);
    void finishStage(const StagePlan &plan, TaskModel &task);
    Evaluation judgeValidation(const TaskModel &task) const;
    void takeBack(TaskModel &task) const;
    NamedTensors weights(const TaskModel &task) const;
    NamedTensors trainedWeights(const TaskModel &task) const;

    const RunContext &m_context;
    const TaskData &m_data;
    RunModel &m_model;
    RunProgress &m_progress;
    WriteCheckpoint m_write;
    Classifier m_classifier;
    std::unique_ptr<PreparedSplit> m_train;
    std::unique_ptr<PreparedSplit> m_validation;  ///< null when the task has none
    Targets m_trainTargets;
    Targets m_validationTargets;
};

/// At most `limit` of the samples (0 = all), drawn by the seed, in their order.
std::vector<const Sample *> chooseSamples(const std::vector<Sample> &samples, std::int64_t limit, std::uint64_t seed);

}  // namespace atlas::engine
