#pragma once

#include "core/run_origin.h"
#include "engine/api/engine.h"
#include "storage/project.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atlas::app {

/// What may differ from the run that is gone on from; what is left out is as there.
struct DerivedPlan {
    std::vector<std::uint64_t> seeds;             ///< one run each
    std::map<std::string, std::string> settings;  ///< over those of the run
    std::optional<std::int64_t> maxTrain;         ///< training samples of the new task at most
};

/// One run per seed that learns `task` in this way, checked against what the engine knows; nothing is queued yet.
/// Errors: Usage (deriveRun, setting, a strategy that cannot), NotFound and BadInput (backbone gone or another one).
std::vector<DerivedRun> deriveRuns(const RunRecord &parent, const OriginKind &kind, const Task &task,
                                   const std::string &older, const DerivedPlan &plan, engine::Engine &engine);

/// What a run answers for the test samples of a newer version of one of its tasks.
struct OlderAnswers {
    AccuracyCell cell;  ///< row kBeforeLearning; the column is the caller's to set
    std::vector<Prediction> predictions;
};

/// Judges the package that a finished run has of `older` on `newer`'s test split. Classes that only the newer version
/// has are never answered.
/// Errors: those of Engine::predict; NotFound (backbone).
OlderAnswers judgeOlder(const storage::Project &project, const RunRecord &run, const std::string &older,
                        const TaskData &newer, engine::Engine &engine, Observer &observer, std::stop_token stop);

}  // namespace atlas::app
