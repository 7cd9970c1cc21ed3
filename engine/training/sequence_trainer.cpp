#include "engine/training/sequence_trainer.h"

#include "engine/training/peak_memory.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"
#include "engine/training/task_trainer.h"

#include <set>

namespace atlas::engine {

SequenceTrainer::SequenceTrainer(const RunContext &context)
    : m_context(context), m_model(context.emptyModel()), m_evaluator(context), m_fingerprint(fingerprintOf(context))
{
    makeFolder(context.request.modelFolder);
}

void SequenceTrainer::run()
{
    const std::filesystem::path file = checkpointFile(m_context.request.modelFolder);
    if (std::optional<Checkpoint> checkpoint = readCheckpoint(file)) {
        requireSameRun(checkpoint->fingerprint, m_fingerprint, file.string());
        resume(std::move(*checkpoint));
    }
    const auto tasks = static_cast<int>(m_context.request.tasks.size());
    while (m_progress.task < tasks) {
        throwIfStopped(m_context.stop);
        if (!m_progress.evaluating) {
            learnTask();
        }
        evaluateTasks();
    }
}

void SequenceTrainer::resume(Checkpoint checkpoint)
{
    m_progress = std::move(checkpoint.progress);
    m_saved = std::move(checkpoint.model);
    const int finished = m_progress.task + (m_progress.evaluating ? 1 : 0);
    installPackages(m_context.request.modelFolder, m_context.taskNames, finished, *m_context.backbone, m_model);
    m_model.bank.to(m_context.place.device);
    for (TaskModel &learned : m_model.learned) {
        learned.gates.to(m_context.place.device);
        learned.head.to(m_context.place.device);
    }
    if (m_progress.task < static_cast<int>(m_context.taskNames.size())) {
        m_context.observer.log(LogLevel::Info, "Going on from the checkpoint at task " +
                                                   m_context.taskNames[static_cast<std::size_t>(m_progress.task)] +
                                                   ".");
    }
}

void SequenceTrainer::learnTask()
{
    resetPeakMemory();
    const TaskData &data = m_context.request.tasks[static_cast<std::size_t>(m_progress.task)];
    m_evaluator.prepare(m_progress.task);
    TaskTrainer trainer(m_context, m_model, m_progress,
                        [this](const NamedTensors &model, const NamedTensors &optimizer) { write(model, optimizer); });
    TaskModel learned = trainer.run(std::exchange(m_saved, {}));

    DecisionRecord &decision = m_progress.decision;
    if (m_context.strategy->policy() != nullptr) {
        decision.sites = 2 * m_model.bank.layers();
        decision.sitesKept = m_model.bank.hasTask(learned.task) ? decision.sites : 0;
        m_context.observer.decided(decision);
    }
    PackageInfo info = describePackage(data.task, *m_context.backbone, m_model, learned,
                                       m_context.strategy->storedAdapters(learned.task));
    info.strategy = m_context.request.spec.strategy;
    info.settings = m_context.settings.values();
    writePackage(packageFile(m_context.request.modelFolder, data.task.name), info, m_model, learned);
    m_model.learned.push_back(std::move(learned));
    m_progress.evaluating = true;
    write({}, {});
}

void SequenceTrainer::evaluateTasks()
{
    const int after = m_progress.task;
    for (int task = 0; task <= after; ++task) {
        m_context.progress(after, 1, "evaluating " + m_context.taskNames[static_cast<std::size_t>(task)]);
        m_evaluator.evaluateCell(m_model, after, task);
    }
    m_context.observer.learned(costOf(after));
    m_progress = {};
    m_progress.task = after + 1;
    write({}, {});
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
    cost.trainSeconds = m_progress.trainSeconds;
    cost.samplesPerSecond =
        m_progress.trainSeconds > 0 ? static_cast<double>(m_progress.samples) / m_progress.trainSeconds : 0;
    cost.adapterParameters = addedAdapterParameters(task);
    cost.headParameters = elementCount(m_model.learned[static_cast<std::size_t>(task)].head.parameters());
    cost.bytesAdded =
        static_cast<std::int64_t>(std::filesystem::file_size(packageFile(m_context.request.modelFolder, name)));
    cost.peakMemoryBytes = peakMemoryBytes();
    cost.randomScore = m_evaluator.randomScore(task);
    return cost;
}

std::int64_t SequenceTrainer::addedAdapterParameters(int task) const
{
    std::int64_t count = m_model.bank.hasTask(task) ? elementCount(m_model.bank.parameters(task)) : 0;
    const Strategy &strategy = *m_context.strategy;
    if (strategy.headOnly() || strategy.gateOptions().scaling == GateScaling::Off) {
        return count;
    }
    // A task that owns its gates adds one for every adapter it mixes; shared ones grow by the new adapter's alone.
    const GateSet &gates = m_model.learned[static_cast<std::size_t>(task)].gates;
    for (int layer = 0; layer < gates.layers(); ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const Gate &gate : gates.at(layer, site)) {
                if (!strategy.sharesGates() || gate.adapter == task) {
                    count += gate.query.numel() + gate.key.numel();
                }
            }
        }
    }
    return count;
}

}  // namespace atlas::engine
