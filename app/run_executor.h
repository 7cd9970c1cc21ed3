#pragma once

#include "app/run_recorder.h"

#include <stop_token>

namespace atlas::app {

/// What a run is made of before it is queued; settings that are left out get the strategy's defaults.
struct RunPlan {
    std::string sequence;
    std::vector<std::string> strategies;
    std::vector<std::uint64_t> seeds{1};
    std::string backbone;  ///< name or folder; empty = the best there is
    std::map<std::string, std::string> settings;
    std::int64_t maxTrain = 0;
    std::string device = "auto";
    std::string precision = "auto";
};

/// The plan that asks for just this run again, with whatever settings it names.
RunPlan planOf(const RunSpec &spec);

/// One complete spec per strategy and seed, checked against what the engine knows.
/// Errors: Usage (strategy, setting), NotFound (backbone), BadInput (backbone folder that cannot be used).
std::vector<RunSpec> makeSpecs(const RunPlan &plan, engine::Engine &engine);

/// Trains a run that this process has claimed, from the start or from its checkpoint, and leaves its row in a final
/// state: finished, cancelled or paused (as `stoppedAs` says when `stop` was asked for) or failed with the reason.
/// Errors: those of Engine::train, after the row was updated.
/// Threads: the engine's.
void executeRun(engine::Engine &engine, storage::Project &project, const RunRecord &run, RunListener listener,
                std::stop_token stop, const std::function<RunStatus()> &stoppedAs);

}  // namespace atlas::app
