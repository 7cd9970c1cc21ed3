#include "app/inflow.h"

#include "app/compare.h"
#include "app/results.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <algorithm>
#include <cstdio>

namespace atlas::app {

std::optional<Inflow> findInflow(storage::Project &project, const RunRecord &run, const std::string &task,
                                 const std::string &name)
{
    requireFinished(run);
    if (std::ranges::find(run.tasks, task) == run.tasks.end()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has not learned the task \"%2\"."), run.name, task),
                    say(QT_TRANSLATE_NOOP("Sentence", "Name one of its tasks; see: atlas results PROJECT %1"),
                        run.uuid.substr(0, 8)));
    }
    return project.writer().run([&](storage::Connection &connection) -> std::optional<Inflow> {
        storage::TaskStore tasks(connection, project.assetFolder());
        const storage::NewSamples since = tasks.newSamples(task, run.startedUs);
        if (since.none()) {
            return std::nullopt;
        }
        // A version that has them all already is taken; its labels are read as they are now.
        const bool made = since.newest != task && tasks.newSamples(since.newest, 0).added == 0;
        return Inflow{.older = *tasks.find(task),
                      .newer = made ? *tasks.find(since.newest) : tasks.addVersion(since.newest, name),
                      .added = since.added,
                      .relabelled = since.relabelled};
    });
}

std::vector<RunRecord> queueInflow(storage::Project &project, const RunRecord &run, const Inflow &inflow,
                                   const std::vector<const OriginKind *> &ways, const DerivedPlan &plan,
                                   engine::Engine &engine, Observer &observer, std::stop_token stop)
{
    std::vector<DerivedRun> derived;
    for (const OriginKind *way : ways) {
        for (DerivedRun &made : deriveRuns(run, *way, inflow.newer, inflow.older.name, plan, engine)) {
            derived.push_back(std::move(made));
        }
    }
    TaskData newer;
    {
        const auto connection = project.connect();
        newer = storage::TaskStore(*connection, project.assetFolder()).load(inflow.newer.name);
    }
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Judging what the run answers for %1"), inflow.newer.name));
    OlderAnswers before = judgeOlder(project, run, inflow.older.name, newer, engine, observer, std::move(stop));
    return project.writer().run([&](storage::Connection &connection) {
        std::vector<RunRecord> queued;
        for (const DerivedRun &made : derived) {
            queued.push_back(storage::RunStore(connection).create(made));
            before.cell.evalTask = learnedPlace(made.spec, made.tasks.size());
            storage::ResultStore(connection).putCell(queued.back().id, before.cell, before.predictions);
        }
        return queued;
    });
}

InflowRun measureInflow(const storage::Project &project, const RunRecord &run)
{
    const auto connection = project.connect();
    const RunResults results = storage::readRunResults(*connection, project.assetFolder(), run);
    const int last = static_cast<int>(run.tasks.size()) - 1;
    const int place = learnedPlace(run.spec, run.tasks.size());
    const std::optional<double> before = results.score(kBeforeLearning, place);
    const std::optional<double> after = results.score(last, place);
    const auto cost = std::ranges::find(results.costs, place, &TaskCost::task);
    if (!before || !after || cost == results.costs.end()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has not measured its new version yet."), run.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Resume it: atlas resume PROJECT %1"), run.uuid.substr(0, 8)));
    }
    storage::ResultStore store(*connection);
    return {.run = run,
            .metric = results.tasks[static_cast<std::size_t>(place)].metric,
            .before = *before,
            .after = *after,
            .difference = pairedDifference(store.predictions(run.id, kBeforeLearning, place),
                                           store.predictions(run.id, last, place)),
            .cost = *cost};
}

nlohmann::ordered_json toJson(const Inflow &inflow, const std::vector<InflowRun> &runs)
{
    nlohmann::ordered_json json{{"new", true},
                                {"task", inflow.older.name},
                                {"version", inflow.newer.name},
                                {"added", inflow.added},
                                {"relabelled", inflow.relabelled},
                                {"train", inflow.newer.trainCount},
                                {"validation", inflow.newer.validationCount},
                                {"test", inflow.newer.testCount},
                                {"runs", nlohmann::ordered_json::array()}};
    for (const InflowRun &run : runs) {
        json["runs"].push_back({{"run", run.run.uuid},
                                {"name", run.run.name},
                                {"how", run.run.spec.origin.how},
                                {"seed", run.run.spec.seed},
                                {"metric", run.metric},
                                {"before", run.before},
                                {"after", run.after},
                                {"difference", toJson(run.difference)},
                                {"train_seconds", run.cost.trainSeconds},
                                {"adapter_parameters", run.cost.adapterParameters},
                                {"head_parameters", run.cost.headParameters},
                                {"bytes", run.cost.bytesAdded}});
    }
    return json;
}

std::string toText(const Inflow &inflow, const std::vector<InflowRun> &runs)
{
    std::string text = inflow.newer.name + ": " + std::to_string(inflow.added) + " new samples and " +
                       std::to_string(inflow.relabelled) + " changed labels since " + inflow.older.name +
                       " was learned; " + std::to_string(inflow.newer.trainCount) + " training, " +
                       std::to_string(inflow.newer.validationCount) + " validation, " +
                       std::to_string(inflow.newer.testCount) + " test samples.\n";
    for (const InflowRun &run : runs) {
        char figures[160];
        std::snprintf(figures, sizeof figures, "%-8s %s: %s %.1f %% -> %.1f %%, ", run.run.spec.origin.how.c_str(),
                      run.run.name.c_str(), run.metric.c_str(), 100 * run.before, 100 * run.after);
        text += figures + inWords(run.difference);
        std::snprintf(figures, sizeof figures, "; %.1f s, %lld parameters\n", run.cost.trainSeconds,
                      static_cast<long long>(run.cost.adapterParameters + run.cost.headParameters));
        text += figures;
    }
    return text;
}

}  // namespace atlas::app
