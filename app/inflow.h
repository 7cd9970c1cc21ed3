#pragma once

#include "app/derived_runs.h"
#include "core/paired.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// What came for a task of a finished run since it was learned.
struct Inflow {
    Task older;  ///< as the run learned it
    Task newer;  ///< with what came since
    std::int64_t added = 0;
    std::int64_t relabelled = 0;
};

/// Makes the task's next version, where no other made it already. nullopt = nothing new since the run began.
/// `name` of the version; empty = by itself.
/// Errors: Usage (not a task of the run), those of TaskStore::addVersion.
std::optional<Inflow> findInflow(storage::Project &project, const RunRecord &run, const std::string &task,
                                 const std::string &name);

/// Judges what the run answers for the newer version, and queues a run for each way and seed that learns it. What was
/// judged stands in each of them as the row kBeforeLearning.
/// Errors: those of deriveRuns and judgeOlder.
std::vector<RunRecord> queueInflow(storage::Project &project, const RunRecord &run, const Inflow &inflow,
                                   const std::vector<const OriginKind *> &ways, const DerivedPlan &plan,
                                   engine::Engine &engine, Observer &observer, std::stop_token stop);

/// What learning the newer version gave, on its test split.
struct InflowRun {
    RunRecord run;
    std::string metric;
    double before = 0;  ///< of the older package, by the task's metric
    double after = 0;
    PairedDifference difference;  ///< after - before, sample by sample
    TaskCost cost;
};

/// Errors: NotFound when the run has not measured it yet.
InflowRun measureInflow(const storage::Project &project, const RunRecord &run);

nlohmann::ordered_json toJson(const Inflow &inflow, const std::vector<InflowRun> &runs);
std::string toText(const Inflow &inflow, const std::vector<InflowRun> &runs);

}  // namespace atlas::app
