#include "engine/training/stage_trainer.h"

#include "core/error.h"
#include "engine/learning/lr_schedule.h"
#include "engine/training/seeds.h"

#include <torch/torch.h>

#include <chrono>
#include <cmath>

namespace atlas::engine {
namespace {

double secondsNow()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

AdamWOptions optimizerOptions(const StagePlan &plan, const TrainingSettings &settings)
{
    return {.learningRate = settings.learningRate,
            .queryRateFactor = plan.queryRateFactor,
            .beta1 = settings.beta1,
            .beta2 = settings.beta2,
            .epsilon = settings.epsilon,
            .weightDecay = settings.weightDecay,
            .decayLayerNorm = false};
}

at::Tensor targetRows(const Classifier &classifier, const Targets &targets, const MicroBatch &samples)
{
    const at::Tensor rows = torch::tensor(samples, torch::kLong);
    return (classifier.loss().floatTarget ? targets.weights : targets.indices).index_select(0, rows);
}

}  // namespace

StageTrainer::StageTrainer(StageContext context, TaskModel &model, NamedTensors trained, StageState &state)
    : m_context(std::move(context)), m_model(model), m_trained(std::move(trained)), m_state(state),
      m_optimizer(adamWParameters(m_trained, optimizerOptions(m_context.plan, m_context.settings)),
                  optimizerOptions(m_context.plan, m_context.settings)),
      m_batch(effectiveBatch(m_context.settings, m_context.train.split().size()))
{
    std::vector<std::int64_t> all(static_cast<std::size_t>(m_context.train.split().size()));
    m_stepsPerEpoch = static_cast<std::int64_t>(makeBatches(all, m_batch).size());
    if (!m_state.optimizer.empty()) {
        m_optimizer.load(m_state.optimizer);
        requireEmpty(m_state.optimizer, "the checkpoint's optimiser state");
    }
    m_gates.restore(m_state.gates);
    m_lastWrite = secondsNow();
    m_writtenStep = m_state.step;
    m_writtenEpoch = m_state.epoch;
}

void StageTrainer::run(const WriteCheckpoint &write, const std::stop_token &stop)
{
    if (m_context.hook != nullptr) {
        m_context.hook->listen(m_gates.listener());
    }
    try {
        while (!m_state.finished) {
            runEpoch(write, stop);
            writeNow(write);
        }
    } catch (const Error &error) {
        m_optimizer.zeroGrad();
        if (error.code() == ErrorCode::Cancelled &&
            (m_state.step != m_writtenStep || m_state.epoch != m_writtenEpoch)) {
            writeNow(write);
        }
        throw;
    }
    if (m_context.hook != nullptr) {
        m_context.hook->listen({});
    }
}

void StageTrainer::runEpoch(const WriteCheckpoint &write, const std::stop_token &stop)
{
    const std::vector<std::int64_t> order = shuffled(
        m_context.train.split().size(),
        deriveSeed(m_context.seed, {m_context.task.name, m_context.plan.name, "order", std::to_string(m_state.epoch)}));
    if (m_state.batch > 0 && m_state.order != order) {
        throw Error(ErrorCode::Damaged, "The checkpoint's data order in " + where() + " is not that of this run.",
                    "The training samples changed since; start a new run.");
    }
    m_state.order = order;
    m_epochSamples = 0;
    m_epochSeconds = 0;
    const std::vector<std::vector<std::int64_t>> batches = makeBatches(order, m_batch);
    while (m_state.batch < m_stepsPerEpoch) {
        trainBatch(batches[static_cast<std::size_t>(m_state.batch)], stop);
        const auto interval = static_cast<double>(m_context.settings.checkpointSeconds);
        if (m_state.batch < m_stepsPerEpoch && secondsNow() - m_lastWrite >= interval) {
            writeNow(write);
        }
    }
    finishEpoch(stop);
}

void StageTrainer::trainBatch(const std::vector<std::int64_t> &samples, const std::stop_token &stop)
{
    const double begin = secondsNow();
    const auto n = static_cast<double>(samples.size());
    double taskLoss = 0;
    m_gates.discard();
    m_optimizer.zeroGrad();
    // The mean over the batch is the sum of the micro-batches' means, each weighted by its share of the samples.
    for (const MicroBatch &micro : makeMicroBatches(m_context.train.split(), samples, m_context.limits)) {
        throwIfStopped(stop);
        const at::Tensor logits = m_context.classifier.logits(m_model.head, m_context.train, micro, stop);
        const at::Tensor target = targetRows(m_context.classifier, m_context.trainTargets, micro).to(logits.device());
        const at::Tensor part =
            m_context.classifier.loss().compute(logits, target) * (static_cast<double>(micro.size()) / n);
        part.backward();
        taskLoss += part.item<double>();
    }
    double orthogonality = 0;
    if (m_context.plan.orthogonality) {
        const at::Tensor penalty = orthogonalityLoss(m_model.gates, *m_context.plan.orthogonality);
        orthogonality = penalty.item<double>();
        if (penalty.requires_grad()) {
            penalty.backward();
        }
    }
    if (!std::isfinite(taskLoss + orthogonality)) {
        throw Error(ErrorCode::BadInput,
                    "The loss is no longer a number in " + where() + ", step " + std::to_string(m_state.step) + ".",
                    "Lower the setting learning_rate, or use the precision fp32. Everything up to the last checkpoint "
                    "is kept.");
    }
    throwIfStopped(stop);
    const std::int64_t total = m_context.plan.epochs * m_stepsPerEpoch;
    const double factor =
        learningRateFactor(m_state.step, total, m_context.settings.warmup * static_cast<double>(total));
    m_optimizer.step(factor);
    m_gates.commit();

    const double taken = secondsNow() - begin;
    m_state.gates = m_gates.sums();
    m_state.batch += 1;
    m_state.step += 1;
    m_state.samples += static_cast<std::int64_t>(samples.size());
    m_state.seconds += taken;
    m_epochSamples += static_cast<std::int64_t>(samples.size());
    m_epochSeconds += taken;
    report(taskLoss, orthogonality, m_context.settings.learningRate * factor);
}

void StageTrainer::report(double taskLoss, double orthogonality, double rate)
{
    const std::string context = m_context.task.name + "/" + m_context.plan.name;
    const auto point = [&](const char *metric, double value) {
        m_context.observer.point({metric, context}, {m_state.step, value});
    };
    point("loss", taskLoss + orthogonality);
    point("task_loss", taskLoss);
    if (m_context.plan.orthogonality) {
        point("ortho", orthogonality);
    }
    point("learning_rate", rate);
    const std::int64_t total = m_context.plan.epochs * m_stepsPerEpoch;
    m_context.progress(static_cast<double>(m_state.step) / static_cast<double>(total),
                       "epoch " + std::to_string(m_state.epoch + 1) + " of " + std::to_string(m_context.plan.epochs));
}

void StageTrainer::finishEpoch(const std::stop_token &stop)
{
    const std::string context = m_context.task.name + "/" + m_context.plan.name;
    if (m_context.validation != nullptr) {
        validate(stop);
    }
    for (const auto &[adapter, sum] : m_gates.sums()) {
        m_context.observer.point({"gate", context + "/" + m_context.taskNames[static_cast<std::size_t>(adapter)]},
                                 {m_state.step, sum.mean()});
    }
    if (m_epochSeconds > 0) {
        m_context.observer.point({"samples_per_second", context},
                                 {m_state.step, static_cast<double>(m_epochSamples) / m_epochSeconds});
    }
    m_gates.clear();
    m_state.gates.clear();
    m_state.batch = 0;
    m_state.epoch += 1;
    const bool patienceSpent = m_context.settings.patience > 0 && m_state.badEpochs >= m_context.settings.patience;
    if (m_state.epoch >= m_context.plan.epochs || patienceSpent) {
        restoreBest();
        m_state.finished = true;
    }
}

void StageTrainer::validate(const std::stop_token &stop)
{
    m_gates.discard();
    const Evaluation evaluation = evaluate(m_context.task, m_context.classifier, m_model.head, *m_context.validation,
                                           *m_context.validationTargets, m_context.limits, stop);
    m_gates.discard();  // only training counts in the gates' curve
    const double value = score(m_context.task.metric).compute(evaluation.judged);
    // Small validation splits tie often; among equal scores the smaller loss is the better model.
    const bool better = m_state.bestEpoch < 0 || value > m_state.bestValidation().score ||
                        (value == m_state.bestValidation().score && evaluation.loss < m_state.bestValidation().loss);
    m_state.history.push_back({.step = m_state.step, .score = value, .loss = evaluation.loss});
    m_state.badEpochs = better ? 0 : m_state.badEpochs + 1;
    if (better) {
        m_state.bestEpoch = m_state.epoch;
        m_state.best.clear();
        for (const auto &[name, tensor] : m_trained) {
            m_state.best[name] = tensor.detach().clone();
        }
    }
    m_context.observer.point({"validation", m_context.task.name + "/" + m_context.plan.name}, {m_state.step, value});
}

void StageTrainer::restoreBest()
{
    if (m_state.best.empty()) {
        return;  // nothing was validated: the last weights are the best known
    }
    const torch::NoGradGuard frozen;
    for (auto &[name, tensor] : m_trained) {
        takeInto(m_state.best, name, tensor);
    }
    requireEmpty(m_state.best, "the best weights of " + where());
}

void StageTrainer::writeNow(const WriteCheckpoint &write)
{
    write();
    m_lastWrite = secondsNow();
    m_writtenStep = m_state.step;
    m_writtenEpoch = m_state.epoch;
}

std::string StageTrainer::where() const
{
    return "task " + m_context.task.name + ", " + m_context.plan.name + ", epoch " + std::to_string(m_state.epoch + 1);
}

}  // namespace atlas::engine
