#include "app/derived_runs.h"

#include "app/backbones.h"
#include "app/run_executor.h"
#include "core/error.h"
#include "core/judging.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/task_store.h"

#include <chrono>

namespace atlas::app {

std::vector<DerivedRun> deriveRuns(const RunRecord &parent, const OriginKind &kind, const Task &task,
                                   const std::string &older, const DerivedPlan &plan, engine::Engine &engine)
{
    const DerivedRun like = deriveRun(parent, kind, task, older);
    const std::vector<engine::StrategyInfo> strategies = engine.strategies();
    const engine::StrategyInfo &strategy =
        findNamed(std::span<const engine::StrategyInfo>(strategies), parent.spec.strategy,
                  say(QT_TRANSLATE_NOOP("Sentence", "strategy")));
    if (kind.takesOver && !kind.replaces && !strategy.notDownstream.empty()) {
        throw Error(ErrorCode::Usage, say(strategy.notDownstream.c_str()),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Train a sequence with the task in it, or go on from a run of another strategy.")));
    }
    RunPlan wanted = planOf(parent.spec);
    if (!plan.seeds.empty()) {
        wanted.seeds = plan.seeds;
    }
    for (const auto &[key, value] : plan.settings) {
        wanted.settings[key] = value;
    }
    wanted.maxTrain = plan.maxTrain.value_or(wanted.maxTrain);
    std::vector<DerivedRun> runs;
    for (RunSpec &spec : makeSpecs(wanted, engine)) {
        if (kind.takesOver && spec.backboneSha256 != parent.spec.backboneSha256) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP(
                        "Sentence",
                        "The backbone \"%1\" is not the one that the run %2 was trained on (%3 instead of %4)."),
                    spec.backboneName, parent.name, spec.backboneSha256.substr(0, 12),
                    parent.spec.backboneSha256.substr(0, 12)),
                say(QT_TRANSLATE_NOOP("Sentence", "Restore that backbone.")));
        }
        spec.origin = like.spec.origin;
        spec.sequence = like.spec.sequence;
        runs.push_back({.spec = std::move(spec), .tasks = like.tasks});
    }
    return runs;
}

OlderAnswers judgeOlder(const storage::Project &project, const RunRecord &run, const std::string &older,
                        const TaskData &newer, engine::Engine &engine, Observer &observer, std::stop_token stop)
{
    engine::PredictRequest request;
    request.backboneFolder = findBackbone(run.spec.backboneName).folder;
    request.modelFolder = project.modelFolder(run.uuid);
    request.task = older;
    request.precision = run.spec.precision;
    request.samples = newer.test;
    {
        const auto connection = project.connect();
        storage::TaskStore tasks(*connection, project.assetFolder());
        for (const std::string &name : run.tasks) {
            request.tasks.push_back(tasks.find(name).value_or(Task{}));
            Task &task = request.tasks.back();
            // Where options are judged one by one a newer version may have more of them for a sample.
            if (task.name == older && taskKind(task.kind).head == HeadForm::PerInput) {
                task.classes = newer.task.classes;
            }
        }
    }
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::vector<double>> probabilities;
    for (engine::Answer &answer : engine.predict(request, observer, stop)) {
        probabilities.push_back(std::move(answer.probabilities));
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const Judged judged = judge(newer.task, newer.test, probabilities);
    OlderAnswers answers;
    answers.cell.afterTask = kBeforeLearning;
    answers.cell.scores = allScores(judged);
    answers.cell.n = static_cast<std::int64_t>(newer.test.size());
    answers.cell.secondsPerSample = newer.test.empty() ? 0 : taken.count() / static_cast<double>(newer.test.size());
    answers.predictions = predictionsOf(judged, newer.test, probabilities);
    return answers;
}

}  // namespace atlas::app
