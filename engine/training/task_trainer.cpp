#include "engine/training/task_trainer.h"

#include "core/error.h"
#include "engine/training/seeds.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

at::Generator generatorFor(const RunContext &context, const std::string &task, const std::string &use)
{
    return at::make_generator<at::CPUGeneratorImpl>(deriveSeed(context.request.spec.seed, {task, use, "weights"}));
}

/// Validation runs after every epoch: beside few training samples a large split would cost more than the training. Half
/// as many as training samples, but 100 at least, cost about a sixth of an epoch.
std::int64_t validationLimit(std::int64_t maxTrain, std::int64_t wanted)
{
    if (maxTrain == 0) {
        return wanted;
    }
    const std::int64_t affordable = std::max<std::int64_t>(100, maxTrain / 2);
    return wanted == 0 ? affordable : std::min(wanted, affordable);
}

}  // namespace

std::vector<const Sample *> chooseSamples(const std::vector<Sample> &samples, std::int64_t limit, std::uint64_t seed)
{
    const auto n = static_cast<std::int64_t>(samples.size());
    std::vector<std::int64_t> places = shuffled(n, seed);
    if (limit > 0 && limit < n) {
        places.resize(static_cast<std::size_t>(limit));
    }
    std::ranges::sort(places);
    std::vector<const Sample *> chosen;
    chosen.reserve(places.size());
    for (const std::int64_t place : places) {
        chosen.push_back(&samples[static_cast<std::size_t>(place)]);
    }
    return chosen;
}

TaskTrainer::TaskTrainer(const RunContext &context, RunModel &model, RunProgress &progress, WriteCheckpoint write)
    : m_context(context), m_data(context.request.tasks[static_cast<std::size_t>(progress.task)]), m_model(model),
      m_progress(progress), m_write(std::move(write)), m_classifier(m_data.task)
{
    const RunSpec &spec = context.request.spec;
    const auto prepare = [&](const std::vector<Sample> &samples, std::int64_t limit, const char *use,
                             Targets &targets) {
        std::vector<const Sample *> chosen =
            chooseSamples(samples, limit, deriveSeed(spec.seed, {m_data.task.name, use, "subset"}));
        targets = encodeLabels(m_data.task, chosen);
        return std::make_unique<PreparedSplit>(*context.backbone, m_data.task, std::move(chosen), context.threads,
                                               context.cache, context.observer, context.stop);
    };
    m_train = prepare(m_data.train, spec.maxTrain, "train", m_trainTargets);
    if (m_data.validation.empty()) {
        context.observer.log(LogLevel::Warning, "Task " + m_data.task.name +
                                                    " has no validation samples: each stage runs to its last epoch "
                                                    "and the last weights are kept.");
    } else {
        m_validation = prepare(m_data.validation, validationLimit(spec.maxTrain, context.training.validationSamples),
                               "validation", m_validationTargets);
    }
}

TaskModel TaskTrainer::run(TensorMap saved)
{
    if (const Policy *policy = m_context.strategy->policy(); policy != nullptr && saved.empty()) {
        m_progress.decision.task = m_progress.task;
        m_progress.decision.policy = policy->name();
        m_progress.decision.decision = "first";
        m_progress.decision.reason = "The first task has nothing to reuse.";
    }
    TaskModel task = saved.empty() ? start() : restore(std::move(saved));
    const std::vector<StagePlan> stages = m_context.strategy->stages(m_model);
    const auto count = static_cast<int>(stages.size());
    while (m_progress.stage < count) {
        const StagePlan &plan = stages[static_cast<std::size_t>(m_progress.stage)];
        if (!m_progress.begun && !beginStage(plan, task)) {
            break;
        }
        trainStage(plan, task, stages.size());
        finishStage(plan, task);
    }
    task.gates = task.gates.copy();  // frozen from here on
    task.head.setTrainable(false);
    for (const int owner : m_context.strategy->storedAdapters(task.task)) {
        if (m_model.bank.hasTask(owner)) {
            m_model.bank.setTrainable(owner, false);
        }
    }
    return task;
}

TaskModel TaskTrainer::start() const
{
    at::Generator generator = generatorFor(m_context, m_data.task.name, "head");
    TaskModel task{.task = m_progress.task,
                   .gates = m_context.strategy->startingGates(m_model),
                   .head = Head(m_data.task.name, m_classifier.headInputs(m_context.limits.width),
                                m_classifier.headOutputs(), generator)};
    task.head.to(m_context.place.device);
    return task;
}

TaskModel TaskTrainer::restore(TensorMap saved) const
{
    TaskModel task = start();
    try {
        for (const int owner : m_context.strategy->storedAdapters(task.task)) {
            if (m_model.bank.hasTask(owner)) {
                m_model.bank.removeTask(owner);
            }
            m_model.bank.load(owner, saved);
        }
        task.head.load(saved);
        task.gates = GateSet::load(m_model.bank.layers(), m_model.bank.width(), saved);
        task.gates.to(m_context.place.device);
        requireEmpty(saved, "The checkpoint");
    } catch (const Error &error) {
        throw Error(ErrorCode::Damaged, "The checkpoint does not fit this run: " + error.message(),
                    "Restore it from a backup, or remove it to train from the start.");
    }
    return task;
}

bool TaskTrainer::beginStage(const StagePlan &plan, TaskModel &task)
{
    DecisionRecord &decision = m_progress.decision;
    if (plan.expansion) {
        if (m_validation) {
            const Evaluation before = judgeValidation(task);
            decision.stage1 = score(m_data.task.metric).compute(before.judged);
            m_progress.stage1Scores = before.sampleScores();
        }
        const bool expand = m_context.strategy->policy()->expand(decision, m_context.observer);
        decision.decision = expand ? "expand" : "reuse";
        if (!expand) {
            return false;
        }
        for (const NamedTensors &part : {task.gates.parameters(), task.head.parameters()}) {
            for (const auto &[name, tensor] : part) {
                m_progress.beforeExpansion[name] = tensor.detach().clone();
            }
        }
    }
    at::Generator generator = generatorFor(m_context, m_data.task.name, plan.name);
    m_context.strategy->begin(plan, m_model, task, generator);
    m_progress.begun = true;
    m_progress.stageState = {};
    m_write(weights(task), {});
    return true;
}

void TaskTrainer::trainStage(const StagePlan &plan, TaskModel &task, std::size_t stages)
{
    m_context.strategy->markTrainable(plan, m_model, task);
    AdapterHook hook(m_model.bank, task.gates, m_context.backbone->config().heads, m_context.strategy->gateOptions());
    const bool headOnly = m_context.strategy->headOnly();
    const auto progress = [&](double fraction, const std::string &what) {
        m_context.progress(m_progress.task, (m_progress.stage + fraction) / static_cast<double>(stages),
                           plan.name + ", " + what);
    };
    const auto features = [&](const PreparedSplit &split) -> std::unique_ptr<FeatureSource> {
        auto live = std::make_unique<LiveFeatures>(*m_context.backbone, headOnly ? nullptr : &hook, split);
        if (!headOnly) {
            return live;
        }
        return std::make_unique<CachedFeatures>(
            *live, m_context.limits,
            [&](std::int64_t done) {
                progress(0, "features of " + std::to_string(done) + " of " + std::to_string(split.size()));
            },
            m_context.stop);
    };
    const std::unique_ptr<FeatureSource> train = features(*m_train);
    const std::unique_ptr<FeatureSource> validation = m_validation ? features(*m_validation) : nullptr;

    const bool gated = !headOnly && hook.options().scaling != GateScaling::Off;
    StageTrainer trainer({.task = m_data.task,
                          .classifier = m_classifier,
                          .plan = plan,
                          .settings = m_context.training,
                          .limits = m_context.limits,
                          .seed = m_context.request.spec.seed,
                          .train = *train,
                          .trainTargets = m_trainTargets,
                          .validation = validation.get(),
                          .validationTargets = validation ? &m_validationTargets : nullptr,
                          .hook = gated ? &hook : nullptr,
                          .taskNames = m_context.taskNames,
                          .observer = m_context.observer,
                          .progress = progress},
                         task, trainedWeights(task), m_progress.stageState);
    trainer.run([&] { m_write(weights(task), trainer.optimizer().state()); }, m_context.stop);
}

void TaskTrainer::finishStage(const StagePlan &plan, TaskModel &task)
{
    DecisionRecord &decision = m_progress.decision;
    if (plan.expansion && m_validation) {
        // Paired differences: the same samples before and after, so that their common difficulty cancels out.
        const std::vector<double> after = judgeValidation(task).sampleScores();
        const auto n = static_cast<double>(after.size());
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const double difference = after[i] - m_progress.stage1Scores[i];
            sum += difference;
            squares += difference * difference;
        }
        decision.gain = sum / n;
        decision.se = n > 1 ? std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1) / n) : 0;
    }
    if (plan.expansion && !m_context.strategy->policy()->keep(decision, m_context.observer)) {
        decision.decision = "reuse";
        takeBack(task);
    }
    m_progress.trainSeconds += m_progress.stageState.seconds;
    m_progress.samples += m_progress.stageState.samples;
    m_progress.stage += 1;
    m_progress.begun = false;
    m_progress.stageState = {};
    m_progress.beforeExpansion.clear();
}

Evaluation TaskTrainer::judgeValidation(const TaskModel &task) const
{
    AdapterHook hook(m_model.bank, task.gates, m_context.backbone->config().heads, m_context.strategy->gateOptions());
    const LiveFeatures features(*m_context.backbone, m_context.strategy->headOnly() ? nullptr : &hook, *m_validation);
    return evaluate(m_data.task, m_classifier, task.head, features, m_validationTargets, m_context.limits,
                    m_context.stop);
}

void TaskTrainer::takeBack(TaskModel &task) const
{
    m_model.bank.removeTask(task.task);
    task.head.load(m_progress.beforeExpansion);
    task.gates = GateSet::load(m_model.bank.layers(), m_model.bank.width(), m_progress.beforeExpansion);
    task.gates.to(m_context.place.device);
}

NamedTensors TaskTrainer::weights(const TaskModel &task) const
{
    NamedTensors tensors = task.gates.parameters();
    const auto append = [&tensors](const NamedTensors &more) {
        tensors.insert(tensors.end(), more.begin(), more.end());
    };
    append(task.head.parameters());
    for (const int owner : m_context.strategy->storedAdapters(task.task)) {
        if (m_model.bank.hasTask(owner)) {
            append(m_model.bank.parameters(owner));
        }
    }
    return tensors;
}

NamedTensors TaskTrainer::trainedWeights(const TaskModel &task) const
{
    NamedTensors trained = weights(task);
    std::erase_if(trained, [](const auto &named) { return !named.second.requires_grad(); });
    return trained;
}

}  // namespace atlas::engine
