#include "engine/training/stage_trainer.h"

#include "core/error.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/lr_schedule.h"
#include "engine/learning/orthogonality.h"
#include "engine/training/evaluator.h"
#include "engine/training/seeds.h"

#include <torch/types.h>
#include <torch/utils.h>

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
    return {.learningRate = plan.learningRate.value_or(settings.learningRate),
            .queryRateFactor = plan.queryRateFactor,
            .beta1 = settings.beta1,
            .beta2 = settings.beta2,
            .epsilon = settings.epsilon,
            .weightDecay = settings.weightDecay,
            .decayLayerNorm = false};
}

/// Mean of what training minimises, over the validation samples. The plain loss would punish a model for the doubt that
/// label smoothing teaches it, and weights that never saw a step would win every tie.  Shapes: logits (n, classes)
double objectiveOf(const StagePart &part, const at::Tensor &logits)
{
    const Classifier &classifier = part.task.classifier;
    const at::Tensor &truth = part.task.validation.targets.of(classifier.loss());
    return classifier.loss().compute(logits, truth, classifier.objective()).item<double>();
}

constexpr double kPerfect = 1;

/// Whether an epoch was worth its time: a perfect score cannot be bettered, however its loss may shrink.
bool isProgress(bool better, const StageState::Validation &now, const StageState::Validation &best)
{
    return better && (now.score > best.score || now.score < kPerfect);
}

}  // namespace

double StageTrainer::StepLosses::sum() const
{
    double total = task + orthogonality;
    for (const auto &[name, value] : extra) {
        total += value;
    }
    return total;
}

StageTrainer::StageTrainer(StageContext context, NamedTensors trained, StageState &state)
    : m_context(std::move(context)), m_trained(std::move(trained)), m_state(state),
      m_optimizer(adamWParameters(m_trained, optimizerOptions(m_context.plan, m_context.settings)),
                  optimizerOptions(m_context.plan, m_context.settings))
{
    std::int64_t samples = 0;
    for (const StagePart &part : m_context.parts) {
        samples += part.train.split().size();
    }
    m_batch = effectiveBatch(m_context.settings, samples);
    m_stepsPerEpoch = static_cast<std::int64_t>(epoch().batches.size());
    if (!m_state.optimizer.empty()) {
        m_optimizer.load(m_state.optimizer);
        requireEmpty(m_state.optimizer, say(QT_TRANSLATE_NOOP("Sentence", "the checkpoint's optimiser state")));
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
        if (m_state.epoch == 0 && m_state.step == 0 && m_state.history.empty()) {
            validate(stop);  // what a stage starts with may be better than all it comes to
            m_context.judgeOlder(m_state.step);
            m_state.finished = m_context.solved && m_context.settings.patience > 0 && m_state.bestPlace >= 0 &&
                               m_state.bestValidation().score >= kPerfect;
        }
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

Epoch StageTrainer::epoch() const
{
    std::vector<EpochPart> parts;
    for (const StagePart &part : m_context.parts) {
        parts.push_back({.task = part.task.data.task.name, .samples = part.train.split().size()});
    }
    return makeEpoch(parts, m_batch, m_context.seed, m_context.plan.name, m_state.epoch);
}

void StageTrainer::runEpoch(const WriteCheckpoint &write, const std::stop_token &stop)
{
    Epoch made = epoch();
    if (m_state.batch > 0 && m_state.order != made.order) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint's data order in %1 is not that of this run."), where()),
            say(QT_TRANSLATE_NOOP("Sentence", "The training samples changed since; start a new run.")));
    }
    m_state.order = std::move(made.order);
    m_epochSamples = 0;
    m_epochSeconds = 0;
    while (m_state.batch < m_stepsPerEpoch) {
        trainBatch(made.batches[static_cast<std::size_t>(m_state.batch)], stop);
        const auto interval = static_cast<double>(m_context.settings.checkpointSeconds);
        if (m_state.batch < m_stepsPerEpoch && secondsNow() - m_lastWrite >= interval) {
            writeNow(write);
        }
    }
    finishEpoch(stop);
}

StageTrainer::StepLosses StageTrainer::takeGradients(const TaskBatch &batch, const std::stop_token &stop)
{
    StepLosses losses;
    const StagePart &part = m_context.parts[batch.part];
    const auto n = static_cast<double>(batch.samples.size());
    auto draws = at::make_generator<at::CPUGeneratorImpl>(deriveSeed(
        m_context.seed, {part.task.data.task.name, m_context.plan.name, "step", std::to_string(m_state.step)}));
    // The mean over the batch is the sum of the micro-batches' means, each weighted by its share of the samples.
    for (const MicroBatch &micro : makeMicroBatches(part.train.split(), batch.samples, m_context.limits)) {
        throwIfStopped(stop);
        const at::Tensor loss =
            lossOf(part.task.classifier, part.head, part.train, part.task.train.targets, micro, stop, &draws) *
            (static_cast<double>(micro.size()) / n);
        loss.backward();
        losses.task += loss.item<double>();
    }
    if (m_context.plan.orthogonality) {
        const at::Tensor penalty = orthogonalityLoss(m_context.gates, *m_context.plan.orthogonality);
        losses.orthogonality = penalty.item<double>();
        if (penalty.requires_grad()) {
            penalty.backward();
        }
    }
    for (const std::unique_ptr<ExtraLoss> &extra : m_context.extraLosses) {
        if (const auto value = extra->addGradients({.step = m_state.step, .batch = m_batch, .stop = stop})) {
            losses.extra.emplace_back(extra->name(), *value);
        }
    }
    m_context.tuned.collectGradients();
    return losses;
}

void StageTrainer::trainBatch(const TaskBatch &batch, const std::stop_token &stop)
{
    const double begin = secondsNow();
    m_gates.discard();
    m_optimizer.zeroGrad();
    m_context.tuned.discardGradients();
    const StepLosses losses = takeGradients(batch, stop);
    if (!std::isfinite(losses.sum())) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The loss is no longer a number in %1, step %2."), where(), m_state.step),
            say(QT_TRANSLATE_NOOP("Sentence", "Lower the setting learning_rate, or use the precision fp32. Everything "
                                              "up to the last checkpoint is kept.")));
    }
    throwIfStopped(stop);
    const std::int64_t total = m_context.plan.epochs * m_stepsPerEpoch;
    const double factor =
        learningRateFactor(m_state.step, total, m_context.settings.warmup * static_cast<double>(total));
    m_optimizer.step(factor);
    m_context.tuned.publish();
    m_gates.commit();

    const double taken = secondsNow() - begin;
    const auto samples = static_cast<std::int64_t>(batch.samples.size());
    m_state.gates = m_gates.sums();
    m_state.batch += 1;
    m_state.step += 1;
    m_state.samples += samples;
    m_state.seconds += taken;
    m_epochSamples += samples;
    m_epochSeconds += taken;
    report(losses, m_optimizer.options().learningRate * factor);
}

void StageTrainer::report(const StepLosses &losses, double rate)
{
    const std::string context = taskName() + "/" + m_context.plan.name;
    const auto point = [&](const char *metric, double value) {
        m_context.observer.point({metric, context}, {m_state.step, value});
    };
    point("loss", losses.sum());
    point("task_loss", losses.task);
    if (m_context.plan.orthogonality) {
        point("ortho", losses.orthogonality);
    }
    for (const auto &[name, value] : losses.extra) {
        point(name, value);
    }
    point("learning_rate", rate);
    const std::int64_t total = m_context.plan.epochs * m_stepsPerEpoch;
    m_context.progress(static_cast<double>(m_state.step) / static_cast<double>(total),
                       say(QT_TRANSLATE_NOOP("Sentence", "epoch %1 of %2"), m_state.epoch + 1, m_context.plan.epochs));
}

void StageTrainer::finishEpoch(const std::stop_token &stop)
{
    const std::string context = taskName() + "/" + m_context.plan.name;
    validate(stop);
    m_context.judgeOlder(m_state.step);
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
    StageState::Validation mean{.step = m_state.step, .score = 0, .loss = 0};
    double parts = 0;
    m_gates.discard();
    for (const StagePart &part : m_context.parts) {
        if (part.validation != nullptr) {
            const Task &task = part.task.data.task;
            const Evaluation evaluation = evaluate(task, part.task.classifier, part.head, *part.validation,
                                                   part.task.validation.targets, m_context.limits, stop);
            mean.score += score(task.metric).compute(evaluation.judged);
            mean.loss += objectiveOf(part, evaluation.logits);
            ++parts;
        }
    }
    m_gates.discard();  // only training counts in the gates' curve
    if (parts == 0) {
        return;
    }
    mean.score /= parts;
    mean.loss /= parts;
    // Small validation splits tie often; among equal scores the smaller loss is the better model.
    const bool better = m_state.bestPlace < 0 || mean.score > m_state.bestValidation().score ||
                        (mean.score == m_state.bestValidation().score && mean.loss < m_state.bestValidation().loss);
    m_state.badEpochs =
        m_state.bestPlace < 0 || isProgress(better, mean, m_state.bestValidation()) ? 0 : m_state.badEpochs + 1;
    m_state.history.push_back(mean);
    if (better) {
        m_state.bestPlace = static_cast<std::int64_t>(m_state.history.size()) - 1;
        m_state.best.clear();
        for (const auto &[name, tensor] : m_trained) {
            m_state.best[name] = tensor.detach().clone();
        }
    }
    m_context.observer.point({"validation", taskName() + "/" + m_context.plan.name}, {m_state.step, mean.score});
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
    requireEmpty(m_state.best, say(QT_TRANSLATE_NOOP("Sentence", "the best weights of %1"), where()));
    m_context.tuned.publish();
}

void StageTrainer::writeNow(const WriteCheckpoint &write)
{
    write();
    m_lastWrite = secondsNow();
    m_writtenStep = m_state.step;
    m_writtenEpoch = m_state.epoch;
}

Sentence StageTrainer::where() const
{
    return say(QT_TRANSLATE_NOOP("Sentence", "task %1, %2, epoch %3"), taskName(), m_context.plan.name,
               m_state.epoch + 1);
}

}  // namespace atlas::engine
