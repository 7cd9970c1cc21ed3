#include "engine/training/task_evaluator.h"

#include "core/answer_measures.h"
#include "core/hash.h"
#include "core/judging.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/decision/router.h"
#include "engine/training/prepared_task.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_network.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {

void TaskEvaluator::prepare(int task)
{
    test(task);
}

TaskEvaluator::TestSplit &TaskEvaluator::test(int task)
{
    const auto found = m_splits.find(task);
    if (found != m_splits.end()) {
        return found->second;
    }
    const TaskData &data = m_context.request.tasks[static_cast<std::size_t>(task)];
    TestSplit made;
    made.targets = encodeLabels(data.task, addressesOf(data.test));
    made.split =
        std::make_unique<PreparedSplit>(*m_context.backbone, data.task, addressesOf(data.test), m_context.threads,
                                        m_context.cache, m_context.observer, m_context.stop);
    return m_splits.emplace(task, std::move(made)).first->second;
}

void TaskEvaluator::evaluateCell(RunModel &model, int afterTask, int evalTask)
{
    const Task &task = m_context.request.tasks[static_cast<std::size_t>(evalTask)].task;
    const TestSplit &split = test(evalTask);
    const Classifier classifier(task);
    const TaskModel &learned = model.learned[static_cast<std::size_t>(evalTask)];
    const Strategy &strategy = *m_context.strategy;
    TaskNetwork network(*m_context.backbone, strategy, model, TaskNetwork::answering(strategy, model, learned),
                        m_context.limits);
    const std::unique_ptr<FeatureSource> features = network.features(*split.split, m_context.stop);

    const Evaluation evaluation =
        evaluate(task, classifier, *learned.head, *features, split.targets, m_context.limits, m_context.stop);
    const std::filesystem::path file = logitsFile(m_context.request.modelFolder, afterTask, task.name);
    makeFolder(file.parent_path());
    saveTensors(file, {{"logits", evaluation.logits}},
                {{"task", task.name}, {"after", m_context.taskNames[static_cast<std::size_t>(afterTask)]}});
    const std::vector<Prediction> calibrated =
        evaluation.predictions(classifier, split.split->samples(), learned.temperature);
    std::map<std::string, double> scores = allScores(evaluation.judged);
    if (const std::optional<double> routed = routerAccuracy(model, afterTask, evalTask)) {
        scores[kRouterAccuracy] = *routed;
    }
    m_context.observer.evaluated({.afterTask = afterTask,
                                  .evalTask = evalTask,
                                  .scores = std::move(scores),
                                  .n = split.split->size(),
                                  .logitsSha256 = sha256(viewOf(evaluation.logits).bytes),
                                  .secondsPerSample = evaluation.secondsPerSample},
                                 calibrated);
    const auto reportError = [&](const char *which, const std::vector<Prediction> &answers) {
        if (const std::optional<double> error = calibrationError(answers)) {
            m_context.observer.point({"calibration_error", task.name + "/" + which}, {afterTask, *error});
        }
    };
    reportError("raw", evaluation.predictions(classifier, split.split->samples(), 1));
    reportError("calibrated", calibrated);
}

std::optional<double> TaskEvaluator::routerAccuracy(const RunModel &model, int afterTask, int evalTask)
{
    const std::vector<TaskModel> &learned = model.learned;
    const bool last = afterTask + 1 == static_cast<int>(m_context.taskNames.size());
    if (!last || learned.size() < 2 ||
        !std::ranges::all_of(learned, [](const TaskModel &task) { return task.signature.has_value(); })) {
        return std::nullopt;
    }
    std::vector<Task> tasks;
    for (const TaskData &data : m_context.request.tasks) {
        tasks.push_back(data.task);
    }
    const RouterContext context{.backbone = *m_context.backbone,
                                .tasks = tasks,
                                .learned = learned,
                                .limits = m_context.limits,
                                .threads = m_context.threads,
                                .observer = m_context.observer,
                                .stop = m_context.stop};
    const std::vector<const Sample *> &samples = test(evalTask).split->samples();
    const auto right = std::ranges::count_if(Router(context).routes(samples), [&](const std::vector<Route> &routes) {
        return !routes.empty() && routes.front().task == tasks[static_cast<std::size_t>(evalTask)].name;
    });
    return static_cast<double>(right) / static_cast<double>(samples.size());
}

double TaskEvaluator::randomScore(int task)
{
    const TestSplit &split = test(task);
    return Classifier(m_context.request.tasks[static_cast<std::size_t>(task)].task)
        .randomScore(split.split->samples(), split.targets.truth);
}

}  // namespace atlas::engine
