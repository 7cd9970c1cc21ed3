#include "storage/run_results.h"

#include "storage/connection.h"
#include "storage/result_store.h"
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
    std::optional<RunResults> best;
    double bestAverage = -1;
    for (const RunRecord &other : RunStore(connection).list()) {
        if (other.status != RunStatus::Finished || other.spec.strategy == run.spec.strategy ||
            other.tasks != run.tasks) {
            continue;
        }
        RunResults results = readRunResults(connection, assets, other);
        const double average = averageAccuracy(results.matrix()).value_or(-1);
        if (average > bestAverage) {
            bestAverage = average;
            best = std::move(results);
        }
    }
    return best;
}

}  // namespace atlas::storage
