#include "engine/training/task_trainer.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/training_names.h"
#include "core/translatable.h"
#include "engine/learning/summary_head.h"
#include "engine/training/calibration.h"
#include "engine/training/decision/frozen_rows.h"
#include "engine/training/head_solver.h"
#include "engine/training/seeds.h"

#include <torch/types.h>

#include <algorithm>
#include <chrono>

namespace atlas::engine {
namespace {

at::Generator generatorFor(const RunContext &context, const std::string &task, const std::string &use)
{
    return at::make_generator<at::CPUGeneratorImpl>(deriveSeed(context.request.spec.seed, {task, use, "weights"}));
}

}  // namespace

TaskTrainer::TaskTrainer(const RunContext &context, RunModel &model, RunProgress &progress,
                         const std::vector<int> &tasks, WriteCheckpoint write)
    : m_context(context), m_model(model), m_progress(progress), m_write(std::move(write)), m_places(tasks)
{
    for (const int task : m_places) {
        m_tasks.push_back(prepareTask(context, task));
    }
}

std::vector<TaskModel> TaskTrainer::run(TensorMap saved)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        m_models.push_back(start(static_cast<int>(i), saved));
    }
    fitSignatures(saved.empty());
    if (!saved.empty()) {
        restore(std::move(saved));
    }
    m_older.emplace(m_context, m_model, newest());
    const std::vector<Stage> stages = this->stages();
    if (m_progress.stage == 0 && !m_progress.begun &&
        std::ranges::any_of(stages, [](const Stage &stage) { return stage.plan.trial; })) {
        m_progress.fresh = copied(newest().head->parameters());
    }
    const auto count = static_cast<int>(stages.size());
    while (m_progress.stage < count) {
        const Stage &stage = stages[static_cast<std::size_t>(m_progress.stage)];
        if (!m_progress.begun && !beginStage(stage.plan)) {
            m_progress.stage = count;  // the decision stands: it is not taken again after an interruption
            m_write(weights(), {});
            break;
        }
        trainStage(stage, stages.size());
        finishStage(stage.plan);
    }
    freeze();
    if (m_context.strategy->policy() != nullptr) {
        decision().close();
    }
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        calibrate(m_context, m_model, newest(), m_tasks[i], m_models[i]);
    }
    refitSolved();
    newest().kept = m_context.strategy->remember(learning(""), newest());
    return std::move(m_models);
}

void TaskTrainer::freeze()
{
    newest().gates = newest().gates.copy();
    for (TaskModel &task : m_models) {
        task.head->setTrainable(false);
    }
    for (const int owner : m_context.strategy->storedAdapters(newest().task)) {
        if (m_model.bank.hasTask(owner)) {
            m_model.bank.setTrainable(owner, false);
        }
    }
    m_model.tuned.setTrainable(false);
    if (m_model.prompts) {
        m_model.prompts->setTrainable(false);
    }
    if (!m_context.strategy->answersWithNewest()) {
        newest().tuned = m_model.tuned.copy();
    }
}

void TaskTrainer::refitSolved()
{
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        const PreparedTask &task = m_tasks[i];
        const auto solved = m_progress.solved.find(task.data.task.name);
        if (!task.validation || solved == m_progress.solved.end()) {
            continue;
        }
        TaskHead &head = *m_models[i].head;
        if (auto *summary = dynamic_cast<SummaryHead *>(&head)) {
            const HeadShape shape = summary->shape();
            refit(summary->linear(), solved->second, m_context.training.loss.labelDoubt,
                  std::int64_t{shape.parts} * shape.own, task, OwnFeatureSource(*m_context.backbone, *task.train.split),
                  OwnFeatureSource(*m_context.backbone, *task.validation.split), m_context.stop);
        } else if (auto *linear = dynamic_cast<LinearClassifier *>(&head)) {
            TaskNetwork network(*m_context.backbone, *m_context.strategy, m_model, newest(), m_context.limits);
            const auto told = [](std::int64_t) {};
            const auto train = network.trainingFeatures(*task.train.split, told, m_context.stop);
            const auto validation = network.trainingFeatures(*task.validation.split, told, m_context.stop);
            LinearClassifier used = linear->on(solved->second.columns);
            refit(used, solved->second, 0, linear->inputs(), task, *train, *validation, m_context.stop);
            linear->set(torch::zeros_like(linear->weight()).index_copy_(1, solved->second.columns, used.weight()),
                        used.bias());
        }
    }
    m_progress.trainSeconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void TaskTrainer::fitSignatures(bool fresh)
{
    at::Tensor rows;
    if (keepsSignatures(*m_context.strategy, *m_context.backbone)) {
        for (std::size_t i = 0; i < m_tasks.size(); ++i) {
            m_context.progress(m_progress.task, 0,
                               say(QT_TRANSLATE_NOOP("Sentence", "features of %1"), m_tasks[i].data.task.name));
            const SignatureRows made = signatureRows(m_context, m_tasks[i]);
            m_models[i].signature = TaskSignature::fit(made.fitted, made.heldOut);
            rows = made.heldOut;
        }
    }
    if (fresh && m_context.strategy->policy() != nullptr) {
        decision().open(rows);
    }
}

TaskModel TaskTrainer::start(int place, const TensorMap &saved)
{
    TaskModel model{.task = m_places[static_cast<std::size_t>(place)],
                    .gates = m_context.strategy->startingGates(m_model),
                    .head = startingHead(m_tasks[static_cast<std::size_t>(place)], saved)};
    model.head->to(m_context.place.device);
    return model;
}

std::unique_ptr<TaskHead> TaskTrainer::startingHead(const PreparedTask &task, const TensorMap &saved)
{
    const std::string &name = task.data.task.name;
    at::Generator generator = generatorFor(m_context, name, "head");
    const Strategy &strategy = *m_context.strategy;
    HeadShape shape = TaskNetwork::headShape(*m_context.backbone, strategy, task.classifier);
    const std::string form = TaskNetwork::headForm(strategy, shape);
    if (form != kSummaryHead) {
        return makeTaskHead(form, name, shape, generator);
    }
    if (const auto columns = saved.find(SummaryHead::columnsKey(name)); columns != saved.end()) {
        shape.used = static_cast<int>(columns->second.numel());  // restore() fills in the rest
        return makeTaskHead(form, name, shape, generator);
    }
    LinearClassifier linear(name, shape.parts * shape.own, shape.outputs);
    const SolvedHead solved = fitSummaries(task, shape.parts, linear);
    m_progress.solved[name] = solved;
    shape.used = static_cast<int>(solved.columns.numel());
    auto head = std::make_unique<SummaryHead>(name, shape, generator);
    head->beginAs(linear, solved.columns);
    return head;
}

SolvedHead TaskTrainer::fitSummaries(const PreparedTask &task, int parts, LinearClassifier &linear)
{
    const auto progress = [&](double fraction, const Sentence &what) {
        m_context.progress(m_progress.task, 0,
                           say(QT_TRANSLATE_NOOP("Sentence", "%1, %2 %"), what, static_cast<int>(100 * fraction)));
    };
    // Computed once: every fit is judged on all of them.
    const auto features = [&](const LabelledSplit &split) {
        const auto told = [](std::int64_t) {};
        return CachedFeatures(OwnFeatureSource(*m_context.backbone, *split.split), m_context.limits, told,
                              m_context.stop);
    };
    const CachedFeatures train = features(task.train);
    std::optional<CachedFeatures> validation;
    if (task.validation) {
        validation.emplace(features(task.validation));
    }
    const StagePart part{
        .task = task, .head = linear, .train = train, .validation = validation ? &*validation : nullptr};
    StageState state;
    SolvedHead solved = solveHead({.part = part,
                                   .stage = "summaries",
                                   .groups = groupsOfParts(*m_context.backbone, parts),
                                   .limits = m_context.limits,
                                   .observer = m_context.observer,
                                   .progress = progress,
                                   .stop = m_context.stop,
                                   .labelDoubt = m_context.training.loss.labelDoubt,
                                   .seed = deriveSeed(m_context.request.spec.seed, {task.data.task.name, "folds"})},
                                  linear, state);
    m_progress.trainSeconds += state.seconds;
    return solved;
}

void TaskTrainer::restore(TensorMap saved)
{
    try {
        for (const int owner : m_context.strategy->storedAdapters(newest().task)) {
            if (m_model.bank.hasTask(owner)) {
                m_model.bank.removeTask(owner);
            }
            m_model.bank.load(owner, saved);
        }
        for (TaskModel &task : m_models) {
            task.head->load(saved);
        }
        m_model.tuned.load(saved);
        if (m_model.prompts) {
            m_model.prompts->load(saved);
        }
        newest().gates = GateSet::load(m_model.bank.layers(), m_model.bank.width(), saved);
        newest().gates.to(m_context.place.device);
        requireEmpty(saved, say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint")));
    } catch (const Error &error) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint does not fit this run: %1"), error.sentence()),
            say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup, or remove it to train from the start.")));
    }
}

LearningContext TaskTrainer::learning(const std::string &stage) const
{
    return {.run = m_context, .model = m_model, .task = newestTask(), .place = m_places.back(), .stage = stage};
}

std::vector<TaskTrainer::Stage> TaskTrainer::stages() const
{
    std::vector<Stage> stages;
    for (const StagePlan &plan : m_context.strategy->stages(m_model)) {
        if (!plan.apart) {
            stages.push_back({plan});
            continue;
        }
        for (std::size_t task = 0; task < m_tasks.size(); ++task) {
            stages.push_back({plan, task});
        }
    }
    return stages;
}

bool TaskTrainer::beginStage(const StagePlan &plan)
{
    if (plan.expansion && !decision().permits(plan)) {
        return false;
    }
    if (plan.trial) {
        decision().beginTrial();
        newest().head->load(m_progress.fresh);
    }
    at::Generator generator = generatorFor(m_context, newestTask().data.task.name, plan.name);
    m_context.strategy->begin(plan, m_model, newest(), generator);
    m_progress.begun = true;
    m_progress.stageState = {};
    m_write(weights(), {});
    return true;
}

std::vector<FeatureGroup> TaskTrainer::groupsOf(const TaskNetwork &network, const PreparedTask &task) const
{
    if (!network.summariesOnly()) {
        return {};
    }
    const HeadShape shape = TaskNetwork::headShape(*m_context.backbone, *m_context.strategy, task.classifier);
    return groupsOfParts(*m_context.backbone, shape.parts);
}

std::vector<std::size_t> TaskTrainer::markTrainable(const Stage &stage)
{
    std::vector<std::size_t> trained;
    for (std::size_t task = 0; task < m_models.size(); ++task) {
        if (stage.only && *stage.only != task) {
            m_models[task].head->setTrainable(false);
            continue;
        }
        m_context.strategy->markTrainable(stage.plan, m_model, m_models[task]);
        trained.push_back(task);
    }
    return trained;
}

void TaskTrainer::trainStage(const Stage &stage, std::size_t stages)
{
    const StagePlan &plan = stage.plan;
    const std::vector<std::size_t> trained = markTrainable(stage);
    const auto progress = [&, title = stageTitle(plan.name)](double fraction, const Sentence &what) {
        m_context.progress(m_progress.task, (m_progress.stage + fraction) / static_cast<double>(stages),
                           say(QT_TRANSLATE_NOOP("Sentence", "%1, %2"), title, what));
    };
    TaskNetwork network(*m_context.backbone, *m_context.strategy, m_model, newest(), m_context.limits);
    const auto features = [&](const LabelledSplit &split) -> std::unique_ptr<FeatureSource> {
        const auto told = [&](std::int64_t done) {
            progress(0, say(QT_TRANSLATE_NOOP("Sentence", "features of %1 of %2 samples"), done, split.split->size()));
        };
        return split ? network.trainingFeatures(*split.split, told, m_context.stop) : nullptr;
    };
    std::vector<std::unique_ptr<FeatureSource>> kept;
    std::vector<StagePart> parts;
    for (const std::size_t i : trained) {
        kept.push_back(features(m_tasks[i].train));
        const FeatureSource &train = *kept.back();
        kept.push_back(features(m_tasks[i].validation));
        parts.push_back(
            {.task = m_tasks[i], .head = *m_models[i].head, .train = train, .validation = kept.back().get()});
    }
    if (plan.solved) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const PreparedTask &task = parts[i].task;
            m_progress.solved[task.data.task.name] = solveHead({.part = parts[i],
                                                                .stage = plan.name,
                                                                .groups = groupsOf(network, task),
                                                                .limits = m_context.limits,
                                                                .observer = m_context.observer,
                                                                .progress = progress,
                                                                .stop = m_context.stop},
                                                               *m_models[trained[i]].head, m_progress.stageState);
        }
        return;
    }
    StageTrainer trainer(
        {.parts = std::move(parts),
         .plan = plan,
         .solved = (m_progress.stage == 0 || stage.only) && newest().head->form() == std::string_view(kSummaryHead),
         .settings = m_context.training,
         .limits = m_context.limits,
         .seed = m_context.request.spec.seed,
         .gates = newest().gates,
         .hook = network.gates(),
         .tuned = m_model.tuned,
         .extraLosses = m_context.strategy->extraLosses(learning(plan.name)),
         .taskNames = m_context.taskNames,
         .observer = m_context.observer,
         .judgeOlder = [&](std::int64_t step) { m_older->judge(newestTask().data.task.name + "/" + plan.name, step); },
         .progress = progress},
        trainedWeights(), m_progress.stageState);
    trainer.run([&] { m_write(weights(), trainer.optimizer().state()); }, m_context.stop);
}

void TaskTrainer::finishStage(const StagePlan &plan)
{
    if (plan.trial) {
        decision().endTrial();
    }
    if (plan.expansion) {
        decision().finished(plan);
    }
    m_progress.trainSeconds += m_progress.stageState.seconds;
    m_progress.samples += m_progress.stageState.samples;
    m_progress.stage += 1;
    m_progress.begun = false;
    m_progress.stageState = {};
}

NamedTensors TaskTrainer::weights() const
{
    NamedTensors tensors = m_models.back().gates.parameters();
    for (const TaskModel &task : m_models) {
        append(tensors, task.head->parameters());
    }
    for (const int owner : m_context.strategy->storedAdapters(m_models.back().task)) {
        if (m_model.bank.hasTask(owner)) {
            append(tensors, m_model.bank.parameters(owner));
        }
    }
    append(tensors, m_model.tuned.parameters());
    if (m_model.prompts) {
        append(tensors, m_model.prompts->parameters());
    }
    return tensors;
}

NamedTensors TaskTrainer::trainedWeights() const
{
    NamedTensors trained = weights();
    std::erase_if(trained, [](const auto &named) { return !named.second.requires_grad(); });
    return trained;
}

}  // namespace atlas::engine
