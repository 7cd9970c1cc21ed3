#include "engine/training/older_tasks.h"

#include "core/scores.h"
#include "engine/training/evaluator.h"
#include "engine/training/seeds.h"
#include "engine/training/task_network.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr std::int64_t kMostSamples = 100;  ///< of each task: every epoch pays for all of them

}  // namespace

OlderTasks::OlderTasks(const RunContext &context, RunModel &model, const TaskModel &newest)
    : m_context(context), m_model(model), m_newest(newest)
{
    if (!context.strategy->changesOlderTasks()) {
        return;
    }
    for (const TaskModel &older : model.learned) {
        const TaskData &data = context.request.tasks[static_cast<std::size_t>(older.task)];
        if (older.task == newest.task || data.validation.empty()) {
            continue;
        }
        const std::uint64_t seed = deriveSeed(context.request.spec.seed, {data.task.name, "watched", "subset"});
        m_watched.push_back(
            {.task = older.task,
             .classifier = Classifier(data.task),
             .split = prepareSplit(context, data.task, chooseSamples(data.validation, kMostSamples, seed))});
    }
}

void OlderTasks::judge(const std::string &context, std::int64_t step) const
{
    for (const Watched &watched : m_watched) {
        const Task &task = m_context.request.tasks[static_cast<std::size_t>(watched.task)].task;
        const TaskModel &older = m_model.learned[static_cast<std::size_t>(watched.task)];
        const Strategy &strategy = *m_context.strategy;
        TaskNetwork network(*m_context.backbone, strategy, m_model, strategy.answersWithNewest() ? m_newest : older,
                            m_context.limits);
        const std::unique_ptr<FeatureSource> features = network.features(*watched.split.split, m_context.stop);
        const Evaluation evaluation = evaluate(task, watched.classifier, *older.head, *features, watched.split.targets,
                                               m_context.limits, m_context.stop);
        m_context.observer.point({"validation", context + "/" + task.name},
                                 {step, score(task.metric).compute(evaluation.judged)});
    }
}

}  // namespace atlas::engine
