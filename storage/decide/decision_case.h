#pragma once

#include "core/roi.h"
#include "core/verdict.h"
#include "storage/decide/model_registry.h"

namespace atlas::storage {

/// Everything the question "put this run into production?" is answered from.
struct DecisionCase {
    ComparedRun run;
    std::optional<ComparedRun> production;  ///< what serves now; nothing where it is this run, or none serves
    std::optional<ModelVersion> served;     ///< the version that serves now, this run's too
    std::optional<ModelVersion> version;    ///< of this run, where it was registered
    Targets targets;
    RoiSheet roi;
    Ruling ruling;
    std::vector<TaskChange> changes;  ///< against what serves, the greatest loss first

    /// What a verdict takes besides the run.
    JudgeContext context() const;
};

/// Judges the case again: after targets or assumptions were changed.
void judgeAgain(DecisionCase &decision);

/// Reads and judges. Up to seconds for large test splits.  Threads: the connection's.  Errors: those of the stores.
DecisionCase readDecisionCase(Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

}  // namespace atlas::storage
