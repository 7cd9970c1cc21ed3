#pragma once

#include "core/settings.h"
#include "engine/learning/gate_options.h"
#include "engine/learning/orthogonality.h"
#include "engine/training/policy.h"
#include "engine/training/run_model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace atlas::engine {

/// One round of training inside a task.
struct StagePlan {
    std::string name;  ///< "stage1", as it stands in contexts of curves
    std::int64_t epochs = 0;
    double queryRateFactor = 1;                         ///< of the queries' learning rate
    std::optional<OrthogonalityOptions> orthogonality;  ///< absent = no penalty
    bool expansion = false;                             ///< adds an adapter beside older ones: the policy is asked
};

/// A way to learn tasks one after another. It says what is built and what trains in each stage; how training runs is
/// the trainer's part (stage_trainer.h), what is kept on disk the task package's.
/// Threads: const, hence usable from anywhere.
class Strategy {
public:
    virtual ~Strategy() = default;

    /// No adapters at all: the frozen features are computed once and only heads train.
    virtual bool headOnly() const { return false; }

    /// How a task's adapters are mixed.
    virtual GateOptions gateOptions() const = 0;

    /// Bottleneck width r for a backbone of width d.
    virtual int bottleneck(int width) const = 0;

    /// The stages of the next task, in order; never empty.
    virtual std::vector<StagePlan> stages(const RunModel &model) const = 0;

    /// The gates that the next task starts with.
    virtual GateSet startingGates(const RunModel &model) const = 0;

    /// Builds what the stage adds (adapters, gates). Called once per stage, before any of its training.
    virtual void begin(const StagePlan &stage, RunModel &model, TaskModel &task, at::Generator &generator) const = 0;

    /// Freezes everything but what the stage trains. Called again when the stage is resumed.
    virtual void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const = 0;

    /// The tasks whose adapters a package of `task` holds: those that training it made or changed.
    virtual std::vector<int> storedAdapters(int task) const = 0;

    /// All learned tasks answer with the gates of the newest one.
    virtual bool sharesGates() const { return false; }

    /// Who decides whether the expansion stage runs and stays; null = nothing is to be decided.
    virtual const Policy *policy() const { return nullptr; }
};

/// A strategy as its one file describes it.
struct StrategyDescription {
    std::string name;
    std::string title;  ///< English, translatable in context "Strategy"
    std::string help;
    std::vector<SettingSpec> settings;  ///< its own; the common ones are added by the registry
    std::unique_ptr<Strategy> (*make)(const Settings &settings) = nullptr;
};

}  // namespace atlas::engine
