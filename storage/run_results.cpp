#include "storage/run_results.h"

#include "storage/query.h"
#include "storage/result_store.h"
#include "storage/run_list.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"

namespace atlas::storage {

RunResults readRunResults(Connection &connection, const std::filesystem::path &assets, const RunRecord &run)
{
    RunResults results;
    results.run = run;
    TaskStore tasks(connection, assets);
    for (const std::string &name : run.tasks) {
        Task gone;
        gone.name = name;
        results.tasks.push_back(tasks.find(name).value_or(gone));
    }
    ResultStore store(connection);
    results.cells = store.cells(run.id);
    results.decisions = store.decisions(run.id);
    results.costs = store.costs(run.id);
    results.effects = store.effects(run.id);
    results.data = runData(connection, run.id);
    return results;
}

std::optional<RunResults> readRival(Connection &connection, const std::filesystem::path &assets, const RunRecord &run)
{
    std::map<std::int64_t, double> averages;  // from the summaries: to read all results of all runs would take seconds
    Query summaries(connection, "SELECT run_id, accuracy FROM run_summary WHERE accuracy IS NOT NULL");
    while (summaries.step()) {
        averages.emplace(summaries.integer(0), summaries.real(1));
    }
    std::string best;
    double bestAverage = -1;
    for (const RunRecord &other : listRuns(connection)) {
        const auto average = averages.find(other.id);
        if (other.status == RunStatus::Finished && other.spec.strategy != run.spec.strategy &&
            other.tasks == run.tasks && average != averages.end() && average->second > bestAverage) {
            best = other.uuid;
            bestAverage = average->second;
        }
    }
    const std::optional<RunRecord> rival = best.empty() ? std::nullopt : RunStore(connection).find(best);
    return rival ? std::optional(readRunResults(connection, assets, *rival)) : std::nullopt;
}

}  // namespace atlas::storage
