#include "engine/training/sequence_trainer.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/peak_memory.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"
#include "engine/training/task_trainer.h"
#include "engine/training/upstream.h"

#include <set>

namespace atlas::engine {

SequenceTrainer::SequenceTrainer(const RunContext &context)
    : m_context(context), m_model(context.emptyModel()), m_evaluator(context), m_fingerprint(fingerprintOf(context))
{
    const TrainRequest &request = context.request;
    makeFolder(request.modelFolder);
    if (request.upstream) {
        takeOverPackages(*request.upstream, request.modelFolder);
        requireBottleneck(*request.upstream, request.modelFolder, m_model.bank.bottleneck());
        m_fingerprint["origin"] = fingerprintOf(*request.upstream, request.spec.origin, request.modelFolder);
    }
}

void SequenceTrainer::run()
{
    const std::filesystem::path file = checkpointFile(m_context.request.modelFolder);
    if (std::optional<Checkpoint> checkpoint = readCheckpoint(file)) {
        requireSameRun(checkpoint->fingerprint, m_fingerprint, file.string());
        resume(std::move(*checkpoint));
    } else if (m_context.request.upstream) {
        beginDownstream();
    }
    const auto tasks = static_cast<int>(m_context.request.tasks.size());
    while (m_progress.task < tasks) {
        throwIfStopped(m_context.stop);
        if (m_context.strategy->learnedAt(m_progress.task, tasks).empty()) {
            m_progress.task += 1;
            continue;
        }
        if (!m_progress.evaluating) {
            learnTasks();
        }
        evaluateTasks();
    }
}

void SequenceTrainer::beginDownstream()
{
    const RunOrigin &origin = m_context.request.spec.origin;
    m_progress.task = firstPlace(m_context.request);
    m_progress.learned = origin.replaced >= 0 ? origin.replaced : origin.learned;
    install();
    m_context.observer.log(LogLevel::Info,
                           "Going on from " + std::to_string(origin.learned) + " tasks that another run has learned.");
}

bool SequenceTrainer::replaces() const
{
    return m_context.request.upstream && m_context.request.spec.origin.replaced >= 0 && !m_progress.evaluating &&
           m_progress.task < static_cast<int>(m_context.taskNames.size());
}

void SequenceTrainer::install()
{
    // Until a task is learned anew its older package stands for it.
    const bool older = replaces();
    const std::vector<std::string> &names = older ? m_context.request.upstream->tasks : m_context.taskNames;
    installPackages(m_context.request.modelFolder, names, older ? static_cast<int>(names.size()) : m_progress.learned,
                    *m_context.backbone, m_context.strategy->answersWithNewest(), m_model);
    m_model.to(m_context.place.device);
}

void SequenceTrainer::resume(Checkpoint checkpoint)
{
    m_progress = std::move(checkpoint.progress);
    m_saved = std::move(checkpoint.model);
    install();
    if (m_progress.task < static_cast<int>(m_context.taskNames.size())) {
        m_context.observer.log(LogLevel::Info, "Going on from the checkpoint at task " +
                                                   m_context.taskNames[static_cast<std::size_t>(m_progress.task)] +
                                                   ".");
    }
}

void SequenceTrainer::learnTasks()
{
    resetPeakMemory();
    const Strategy &strategy = *m_context.strategy;
    const std::vector<int> together = learnedNow();
    for (const int task : together) {
        m_evaluator.prepare(task);
    }
    TaskTrainer trainer(m_context, m_model, m_progress, together,
                        [this](const NamedTensors &model, const NamedTensors &optimizer) { write(model, optimizer); });
    std::vector<TaskModel> models = trainer.run(std::exchange(m_saved, {}));

    DecisionRecord &decision = m_progress.decision;
    if (strategy.policy() != nullptr) {
        decision.sites = 2 * m_model.bank.layers();
        decision.sitesKept = m_model.bank.siteCount(models.back().task);
        m_context.observer.decided(decision);
    }
    const bool replacing = replaces();
    for (TaskModel &learned : models) {
        if (replacing && strategy.answersWithNewest()) {
            // It was trained with the newest gates, which mix adapters of later tasks; its package keeps its own.
            learned.gates = m_model.learned[static_cast<std::size_t>(learned.task)].gates.copy();
        }
        const Task &task = m_context.request.tasks[static_cast<std::size_t>(learned.task)].task;
        // What several tasks share is in the package of the last of them.
        const bool last = learned.task == together.back();
        PackageInfo info =
            describePackage(task, *m_context.backbone, m_model, learned, strategy.storedAdapters(learned.task), last);
        info.strategy = m_context.request.spec.strategy;
        info.settings = m_context.settings.values();
        info.learnedFrom = learnedFrom(learned.task);
        writePackage(packageFile(m_context.request.modelFolder, task.name), info, m_model, learned);
    }
    for (TaskModel &learned : models) {
        if (replacing) {
            m_model.learned[static_cast<std::size_t>(learned.task)] = std::move(learned);
        } else {
            m_model.learned.push_back(std::move(learned));
        }
    }
    if (strategy.answersWithNewest()) {
        m_model.adoptNewest();
    }
    m_progress.learned = static_cast<int>(m_model.learned.size());
    m_progress.evaluating = true;
    write({}, {});
}

void SequenceTrainer::evaluateTasks()
{
    const int after = m_progress.task;
    for (int task = 0; task < m_progress.learned; ++task) {
        m_context.progress(
            after, 1,
            say(QT_TRANSLATE_NOOP("Sentence", "evaluating %1"), m_context.taskNames[static_cast<std::size_t>(task)]));
        m_evaluator.evaluateCell(m_model, after, task);
    }
    for (const int task : learnedNow()) {
        m_context.observer.learned(costOf(task));
    }
    const int learned = m_progress.learned;
    m_progress = {};
    m_progress.task = after + 1;
    m_progress.learned = learned;
    write({}, {});
}

std::vector<int> SequenceTrainer::learnedNow() const
{
    return m_context.strategy->learnedAt(m_progress.task, static_cast<int>(m_context.taskNames.size()));
}

void SequenceTrainer::write(const NamedTensors &model, const NamedTensors &optimizer)
{
    writeCheckpoint(checkpointFile(m_context.request.modelFolder), m_fingerprint, m_progress, model, optimizer);
    m_context.observer.checkpointed();
}

TaskCost SequenceTrainer::costOf(int task)
{
    const std::string &name = m_context.taskNames[static_cast<std::size_t>(task)];
    TaskCost cost;
    cost.task = task;
    if (task == learnedNow().back()) {  // of tasks that were learned together, the last one bears what all took
        cost.trainSeconds = m_progress.trainSeconds;
        cost.samplesPerSecond =
            m_progress.trainSeconds > 0 ? static_cast<double>(m_progress.samples) / m_progress.trainSeconds : 0;
        cost.adapterParameters = addedParameters(task);
        cost.peakMemoryBytes = peakMemoryBytes();
    }
    cost.headParameters = elementCount(m_model.learned[static_cast<std::size_t>(task)].head->parameters());
    cost.bytesAdded =
        static_cast<std::int64_t>(std::filesystem::file_size(packageFile(m_context.request.modelFolder, name)));
    cost.randomScore = m_evaluator.randomScore(task);
    return cost;
}

LearnedFrom SequenceTrainer::learnedFrom(int task) const
{
    const TaskData &data = m_context.request.tasks[static_cast<std::size_t>(task)];
    const nlohmann::json &told = m_fingerprint.at("tasks").at(static_cast<std::size_t>(task));
    return {.train = static_cast<std::int64_t>(trainingSamples(m_context, task).size()),
            .validation = static_cast<std::int64_t>(data.validation.size()),
            .samples = told.at("train").get<std::string>() + told.at("validation").get<std::string>()};
}

std::int64_t SequenceTrainer::addedParameters(int task) const
{
    const Strategy &strategy = *m_context.strategy;
    std::int64_t count = addedAdapterParameters(task);
    if (m_context.request.spec.origin.replaced >= 0) {
        return count;
    }
    // Weights and prompts that all tasks train further are there once; weights of each task's own are added by each.
    const bool first = m_model.learned.size() == learnedNow().size();
    if (first || !strategy.answersWithNewest()) {
        count += elementCount(m_model.tuned.parameters());
    }
    if (first && m_model.prompts) {
        count += elementCount(m_model.prompts->parameters());
    }
    return count;
}

std::int64_t SequenceTrainer::addedAdapterParameters(int task) const
{
    const bool replaced = m_context.request.spec.origin.replaced >= 0;  // its adapter was there before
    std::int64_t count = m_model.bank.hasTask(task) && !replaced ? elementCount(m_model.bank.parameters(task)) : 0;
    const Strategy &strategy = *m_context.strategy;
    if (strategy.withoutAdapters() || strategy.gateOptions().scaling == GateScaling::Off) {
        return count;
    }
    // A task that owns its gates adds one for every adapter it mixes; shared ones grow by the new adapter's alone.
    const GateSet &gates = m_model.learned[static_cast<std::size_t>(task)].gates;
    count += strategy.answersWithNewest() ? gates.elementCountOf(task) : elementCount(gates.parameters());
    return count;
}

}  // namespace atlas::engine
