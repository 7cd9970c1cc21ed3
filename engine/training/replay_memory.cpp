#include "engine/training/replay_memory.h"

#include "engine/training/seeds.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {

std::vector<const Sample *> replaySamples(const RunContext &context, int task, double share)
{
    const std::vector<const Sample *> all = trainingSamples(context, task);
    const auto n = static_cast<std::int64_t>(all.size());
    const auto wanted = std::max<std::int64_t>(1, std::llround(share * static_cast<double>(n)));
    const std::string &name = context.taskNames[static_cast<std::size_t>(task)];
    std::vector<std::int64_t> places = shuffled(n, deriveSeed(context.request.spec.seed, {name, "replay", "subset"}));
    places.resize(static_cast<std::size_t>(std::min(wanted, n)));
    std::ranges::sort(places);
    std::vector<const Sample *> kept;
    for (const std::int64_t place : places) {
        kept.push_back(all[static_cast<std::size_t>(place)]);
    }
    return kept;
}

ReplayMemory::ReplayMemory(const LearningContext &context, const Options &options)
    : m_run(context.run), m_task(context.task.data.task.name), m_stage(context.stage), m_options(options)
{
    for (const TaskModel &model : context.model.learned) {
        const Task &task = m_run.request.tasks[static_cast<std::size_t>(model.task)].task;
        // The weights of classes are those of all its samples, not of the few that are kept.
        const Targets all = encodeLabels(task, trainingSamples(m_run, model.task));
        std::string told;
        m_older.push_back({.model = model,
                           .classifier = learningClassifier(m_run, model.task, all, told),
                           .samples = prepareSplit(m_run, task, replaySamples(m_run, model.task, options.share))});
    }
}

std::optional<double> ReplayMemory::addGradients(const StepInfo &step)
{
    if (m_older.empty() || (step.step + 1) % m_options.interval != 0) {
        return std::nullopt;
    }
    const std::string number = std::to_string(step.step);
    const std::uint64_t draw = deriveSeed(m_run.request.spec.seed, {m_task, m_stage, "replay", "task", number});
    const Older &older = m_older[draw % m_older.size()];
    std::vector<std::int64_t> batch =
        shuffled(older.samples.split->size(),
                 deriveSeed(m_run.request.spec.seed, {m_task, m_stage, "replay", "samples", number}));
    batch.resize(std::min(batch.size(), static_cast<std::size_t>(step.batch)));
    const LiveFeatures features(*m_run.backbone, nullptr, *older.samples.split);
    double sum = 0;
    for (const MicroBatch &micro : makeMicroBatches(*older.samples.split, batch, m_run.limits)) {
        throwIfStopped(step.stop);
        const at::Tensor loss =
            lossOf(older.classifier, *older.model.head, features, older.samples.targets, micro, step.stop) *
            (static_cast<double>(micro.size()) / static_cast<double>(batch.size()));
        loss.backward();
        sum += loss.item<double>();
    }
    return sum;
}

}  // namespace atlas::engine
