#include "storage/decide/decision_case.h"

#include "storage/decide/target_store.h"
#include "storage/measure_input.h"

namespace atlas::storage {
namespace {

ComparedRun readCompared(Connection &connection, const std::filesystem::path &assets, const RunRecord &run)
{
    ComparedRun compared{.input = readMeasureInput(connection, assets, run), .measures = {}};
    compared.measures = computeMeasures(compared.input);
    return compared;
}

}  // namespace

JudgeContext DecisionCase::context() const
{
    const auto rate = roi.values.find("machine_rate");
    return {.production = production ? &*production : nullptr,
            .machineRate = rate == roi.values.end() ? std::nullopt : std::optional(rate->second)};
}

void judgeAgain(DecisionCase &decision)
{
    decision.ruling = judge(decision.targets, decision.run, decision.context());
}

DecisionCase readDecisionCase(Connection &connection, const std::filesystem::path &assets, const RunRecord &run)
{
    ModelRegistry registry(connection);
    DecisionCase decision;
    decision.run = readCompared(connection, assets, run);
    decision.version = registry.versionOf(run.uuid);
    if (const auto served = registry.resolve(kProduction)) {
        decision.served = registry.versionOf(served->uuid);
        if (served->uuid != run.uuid) {
            decision.production = readCompared(connection, assets, *served);
            decision.changes = changesAgainst(*decision.production, decision.run);
        }
    }
    TargetStore store(connection);
    decision.targets = store.targets(run.spec.sequence);
    decision.roi = store.roi(run.spec.sequence);
    judgeAgain(decision);
    return decision;
}

}  // namespace atlas::storage
