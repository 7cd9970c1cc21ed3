#pragma once

#include "storage/audit_trail.h"
#include "storage/decide/model_registry.h"
#include "storage/decide/target_store.h"

namespace atlas::report {

/// What the project has on record about putting a run into production.
struct DecisionInput {
    Targets targets;
    RoiSheet roi;
    std::optional<storage::ModelVersion> version;     ///< of the run that is reported on, where it was registered
    std::optional<storage::ModelVersion> production;  ///< that serves now
    std::vector<storage::AliasEvent> moves;           ///< of what serves, newest first
    storage::ChainCheck audit;
};

DecisionInput readDecisionInput(storage::Connection &connection, const RunRecord &run);

}  // namespace atlas::report
