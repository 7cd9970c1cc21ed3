#pragma once

#include "engine/learning/linear_classifier.h"
#include "engine/training/checkpoint.h"
#include "engine/training/decision/expansion_decision.h"
#include "engine/training/older_tasks.h"
#include "engine/training/prepared_task.h"
#include "engine/training/stage_trainer.h"
#include "engine/training/task_network.h"

#include <functional>
#include <optional>
#include <vector>

namespace atlas::engine {

/// Teaches a run its next task, or several together: prepares the data, runs the strategy's stages, asks the policy,
/// and hands over what was learned. Goes on from wherever the progress says.
class TaskTrainer {
public:
    /// Told the weights and the optimiser's state; writes them with the progress.
    using WriteCheckpoint = std::function<void(const NamedTensors &model, const NamedTensors &optimizer)>;

    /// Prepares all training and validation samples of the tasks, of which the last is the one the sequence reached.
    /// Errors: BadInput (a sample that cannot be read), Cancelled.
    TaskTrainer(const RunContext &context, RunModel &model, RunProgress &progress, const std::vector<int> &tasks,
                WriteCheckpoint write);

    /// `saved` are the tasks' weights from a checkpoint, empty at their start.  -> a model per task.
    /// Errors: Cancelled, BadInput, Damaged (weights that do not fit); whatever `write` and the observer throw.
    std::vector<TaskModel> run(TensorMap saved);

private:
    /// `saved` as in run().
    TaskModel start(int place, const TensorMap &saved);
    std::unique_ptr<TaskHead> startingHead(const PreparedTask &task, const TensorMap &saved);
    /// Fits `linear` to the frozen embedders' own features, before anything is trained.
    SolvedHead fitSummaries(const PreparedTask &task, int parts, LinearClassifier &linear);
    void restore(TensorMap saved);
    /// A stage of the strategy's; one that trains tasks apart is a stage for each of them.
    struct Stage {
        StagePlan plan;
        std::optional<std::size_t> only{};  ///< the one of the tasks that it trains; nullopt = all
    };
    std::vector<Stage> stages() const;
    bool beginStage(const StagePlan &plan);
    void trainStage(const Stage &stage, std::size_t stages);
    /// -> places of the tasks that train
    std::vector<std::size_t> markTrainable(const Stage &stage);
    std::vector<FeatureGroup> groupsOf(const TaskNetwork &network, const PreparedTask &task) const;
    void finishStage(const StagePlan &plan);
    void freeze();
    /// What was solved for is fitted once more, to validation samples too.
    void refitSolved();
    /// Of every task that is learned; opens the decision where one is to be made.
    void fitSignatures(bool fresh);
    NamedTensors weights() const;
    NamedTensors trainedWeights() const;

    /// The task that the sequence reached: stages, decisions, gates and adapters are its own.
    TaskModel &newest() { return m_models.back(); }
    const PreparedTask &newestTask() const { return m_tasks.back(); }
    LearningContext learning(const std::string &stage) const;
    ExpansionDecision decision() { return {m_context, m_model, m_progress, newestTask(), newest()}; }

    const RunContext &m_context;
    RunModel &m_model;
    RunProgress &m_progress;
    WriteCheckpoint m_write;
    std::vector<int> m_places;
    std::vector<PreparedTask> m_tasks;
    std::vector<TaskModel> m_models;
    std::optional<OlderTasks> m_older;  ///< made once for all stages
};

}  // namespace atlas::engine
