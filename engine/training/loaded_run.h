#pragma once

#include "engine/api/engine.h"
#include "engine/backbone/backbone.h"
#include "engine/training/batching.h"
#include "engine/training/run_model.h"
#include "engine/training/strategy.h"

#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// What answering needs of a run: its backbone, where it computes, and its packages up to the last one there is.
struct LoadedRun {
    std::shared_ptr<Backbone> backbone;
    std::unique_ptr<Strategy> strategy;
    RunModel model;
    std::string packages;  ///< hash of all packages and the backbone: what is computed with them changes when it does

    BatchLimits limits() const { return {.width = backbone->config().width, .maxInputs = 0}; }
};

/// `wanted`: place of a task that must have been learned.  Requires: startRuntime().
/// Errors: NotFound (not learned yet), Damaged, BadInput (another backbone), those of loadBackbone().
LoadedRun loadRun(const std::filesystem::path &backboneFolder, const std::filesystem::path &modelFolder,
                  const std::vector<Task> &tasks, std::size_t wanted, const std::string &precision);

/// Names of the tasks that the run has learned, the first ones of its sequence.
std::vector<std::string> learnedTasks(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks);

/// The place of a task among those of a run.  Errors: Usage.
std::size_t placeOf(const std::vector<Task> &tasks, const std::string &name);

}  // namespace atlas::engine
