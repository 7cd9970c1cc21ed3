#include "report/decision_input.h"

namespace atlas::report {

DecisionInput readDecisionInput(storage::Connection &connection, const RunRecord &run)
{
    DecisionInput input;
    storage::TargetStore store(connection);
    input.targets = store.targets(run.spec.sequence);
    input.roi = store.roi(run.spec.sequence);
    storage::ModelRegistry registry(connection);
    input.version = registry.versionOf(run.uuid);
    if (const auto serving = registry.resolve(storage::kProduction)) {
        input.production = registry.versionOf(serving->uuid);
    }
    input.moves = registry.events(storage::kProduction);
    input.audit = storage::AuditTrail(connection).verify();
    return input;
}

}  // namespace atlas::report
