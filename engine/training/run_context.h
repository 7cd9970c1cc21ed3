#pragma once

#include "engine/api/engine.h"
#include "engine/training/batching.h"
#include "engine/training/precision.h"
#include "engine/training/strategy.h"
#include "engine/training/training_settings.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <stop_token>

namespace atlas::engine {

/// What stays the same during a whole run.
struct RunContext {
    const TrainRequest &request;
    TrainObserver &observer;
    std::stop_token stop;
    Settings settings;
    TrainingSettings training;
    std::unique_ptr<Strategy> strategy;
    std::shared_ptr<Backbone> backbone;
    ComputePlace place;
    int threads = 1;
    BatchLimits limits;
    std::shared_ptr<CacheBudget> cache;
    std::vector<std::string> taskNames;

    /// A model with no task learned, of this backbone's and strategy's sizes.
    RunModel emptyModel() const;

    /// Tells how far the run is: `fraction` of the part of `task` that trains or evaluates.
    void progress(int task, double fraction, const Sentence &what) const;
};

/// Checks the request, loads the backbone and puts it where it computes.
/// Errors: Usage (strategy, setting, device), BadInput (backbone, tasks), NotFound.
RunContext makeRunContext(const TrainRequest &request, TrainObserver &observer, std::stop_token stop);

/// Everything that decides a run's result, for the checkpoint: strategy, settings, seed, precision, backbone, and of
/// each task its kind, classes and samples.
nlohmann::json fingerprintOf(const RunContext &context);

}  // namespace atlas::engine
