#pragma once

#include "engine/training/checkpoint.h"
#include "engine/training/package_info.h"
#include "engine/training/run_context.h"
#include "engine/training/task_evaluator.h"

namespace atlas::engine {

/// Teaches a run its tasks one after another, evaluates all learned ones after each, and keeps on disk whatever going
/// on needs: a package per learned task and one checkpoint.
class SequenceTrainer {
public:
    explicit SequenceTrainer(const RunContext &context);

    /// From the start, or from the checkpoint in the model folder; returns at once when all is done.
    /// Errors: as Engine::train; Damaged (checkpoint, task package).
    void run();

private:
    /// With all that the run it begins with has learned.
    void beginDownstream();
    void resume(Checkpoint checkpoint);
    /// Loads the packages of all tasks learned so far.
    void install();
    /// A task's head is learned anew in its place, and that is not done yet.
    bool replaces() const;
    void learnTasks();
    void evaluateTasks();
    void write(const NamedTensors &model, const NamedTensors &optimizer);
    /// The tasks that are learned at the place where the run stands.
    std::vector<int> learnedNow() const;
    TaskCost costOf(int task);
    LearnedFrom learnedFrom(int task) const;
    std::int64_t addedParameters(int task) const;
    std::int64_t addedAdapterParameters(int task) const;

    const RunContext &m_context;
    RunModel m_model;
    RunProgress m_progress;
    TensorMap m_saved;  ///< weights of the task in training, from the checkpoint
    TaskEvaluator m_evaluator;
    nlohmann::json m_fingerprint;
};

}  // namespace atlas::engine
