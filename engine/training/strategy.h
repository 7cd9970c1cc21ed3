#pragma once

#include "core/settings.h"
#include "engine/learning/gate_options.h"
#include "engine/learning/orthogonality.h"
#include "engine/training/extra_loss.h"
#include "engine/training/policy.h"
#include "engine/training/run_model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace atlas::engine {

struct PreparedTask;
struct RunContext;

/// One round of training inside a task.
struct StagePlan {
    std::string name;  ///< "stage1", as it stands in contexts of curves
    std::int64_t epochs = 0;
    double queryRateFactor = 1;                         ///< of the queries' learning rate
    std::optional<OrthogonalityOptions> orthogonality;  ///< absent = no penalty
    bool expansion = false;                             ///< trains an adapter beside older ones: the policy is asked
    bool solved = false;                                ///< the linear head is solved for, nothing is stepped
    bool probe = false;  ///< the first part of an expansion, after which the policy is asked
    bool trial = false;  ///< tries adapters of earlier tasks with a fresh head: taken back if they do not surely help
    bool apart = false;  ///< tasks that are learned together train one after another, each as if it were alone
    std::optional<double> learningRate{};  ///< instead of the setting
};

/// What a strategy may look at when it makes extra losses or remembers a task.
struct LearningContext {
    const RunContext &run;
    RunModel &model;
    const PreparedTask &task;  ///< that is learned; of several the last
    int place = 0;             ///< of it in the sequence
    std::string stage;         ///< empty when no stage is going on
};

/// A way to learn tasks one after another. It says what is built and what trains in each stage; how training runs is
/// the trainer's part (stage_trainer.h), what is kept on disk the task package's.
/// Threads: const, hence usable from anywhere.
class Strategy {
public:
    virtual ~Strategy() = default;

    /// Nothing stands at the sites of the backbone's layers.
    virtual bool withoutAdapters() const { return false; }

    /// How a task's adapters are mixed.
    virtual GateOptions gateOptions() const = 0;

    /// Bottleneck width r for a backbone of width d.
    virtual int bottleneck(int width) const = 0;

    /// The lowest of the joint layers that train further (`layers` = only what comes after them); nullopt = the
    /// backbone stays frozen.  Errors: Usage when a setting asks for a layer that is not there.
    virtual std::optional<int> lowestTunedLayer(int layers) const
    {
        static_cast<void>(layers);
        return std::nullopt;
    }

    /// Prompts that are put before the tokens; nullopt = none.
    virtual std::optional<PromptOptions> prompts() const { return std::nullopt; }

    /// The form of a task's head (task_head.h) where the backbone's embedders have no features of their own.
    virtual std::string headForm() const { return kMlpHead; }

    /// Heads see the embedders' own features alone, where there are such, and the transformer is not run.
    virtual bool withoutTransformer() const { return false; }

    /// The tasks that are learned when the sequence of `count` tasks reaches `place`, the one at `place` last; empty =
    /// none yet. Every task is learned exactly once.
    virtual std::vector<int> learnedAt(int place, int count) const
    {
        static_cast<void>(count);
        return {place};
    }

    /// The stages of the next task, in order; never empty.
    virtual std::vector<StagePlan> stages(const RunModel &model) const = 0;

    /// The gates that the next task starts with.
    virtual GateSet startingGates(const RunModel &model) const = 0;

    /// Builds what the stage adds (adapters, gates). Called once per stage, before any of its training.
    virtual void begin(const StagePlan &stage, RunModel &model, TaskModel &task, at::Generator &generator) const = 0;

    /// Freezes everything but what the stage trains of this task and of what all share. Called again when the stage is
    /// resumed.
    virtual void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const = 0;

    /// What is added to the loss of the stage that is about to be trained or resumed.
    virtual std::vector<std::unique_ptr<ExtraLoss>> extraLosses(const LearningContext &context) const;

    /// What is to be kept of a task that was just learned, beyond what answers; it stands in the task's package. All
    /// is frozen.  Errors: Cancelled.
    virtual TensorMap remember(const LearningContext &context, const TaskModel &learned) const;

    /// The tasks whose adapters a package of `task` holds: those that training it made or changed.
    virtual std::vector<int> storedAdapters(int task) const = 0;

    /// All learned tasks answer with the gates, tuned weights and prompts of the newest one; else each has its own.
    virtual bool answersWithNewest() const { return false; }

    /// Learning a task may change what older ones answer; they are watched meanwhile (older_tasks.h).
    virtual bool changesOlderTasks() const { return answersWithNewest(); }

    /// Who decides whether a task gets an adapter beside older ones; null = nothing is to be decided.
    virtual const Policy *policy() const { return nullptr; }

    /// By which rules that is decided and what is measured for it.
    virtual DecisionRules decisionRules() const { return {}; }
};

/// A strategy as its one file describes it.
struct StrategyDescription {
    std::string name;
    std::string help;  ///< English, translatable in context "Strategy", as its title in core/training_names.cpp
    std::vector<SettingSpec> settings;  ///< its own; the common ones are added by the registry
    std::unique_ptr<Strategy> (*make)(const Settings &settings) = nullptr;
    /// Why it cannot learn a task on top of a finished run, one sentence for people; empty = it can.
    std::string notDownstream{};
};

}  // namespace atlas::engine
