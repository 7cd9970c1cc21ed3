#include "engine/training/decision/expansion_decision.h"

#include "core/paired.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/decision/adapter_effects.h"
#include "engine/training/decision/frozen_rows.h"
#include "engine/training/decision/gain_test.h"
#include "engine/training/decision/site_pruning.h"
#include "engine/training/task_network.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr std::int64_t kPruningSamples = 400;  ///< a dozen passes and more: enough for a standard error
constexpr std::int64_t kEffectSamples = 200;
constexpr double kMs = 1000;

}  // namespace

void ExpansionDecision::open(const at::Tensor &rows)
{
    const DecisionRules rules = m_context.strategy->decisionRules();
    DecisionRecord &decision = record();
    decision.task = m_progress.task;
    decision.policy = m_context.strategy->policy()->name();
    decision.seed = m_context.request.spec.seed;
    decision.delta = rules.delta;
    if (rules.target > 0) {
        decision.target = rules.target;
    }
    if (m_model.learned.empty()) {
        decision.decision = "first";
        decision.reason = QT_TRANSLATE_NOOP("Decision", "The first task has nothing to reuse.");
    }
    if (rows.defined()) {
        if (const std::optional<Novelty> novelty = noveltyOf(rows, m_model.learned)) {
            decision.novelty = novelty->percentile;
            decision.nearest = m_context.taskNames[static_cast<std::size_t>(novelty->nearest)];
        }
    }
}

void ExpansionDecision::beginTrial()
{
    if (const std::optional<Evaluation> plain = remember()) {
        record().plain = score(m_task.data.task.metric).compute(plain->judged);
        record().n = m_task.validation.split->size();
    }
}

void ExpansionDecision::endTrial()
{
    if (m_task.validation) {
        const Evaluation with = judge();
        const MeanDifference scores = meanDifference(m_progress.before.scores, with.sampleScores());
        const MeanDifference losses = meanDifference(m_progress.before.losses, lossesOf(with));
        record().olderGain = -losses.mean;
        record().olderSe = losses.se;
        const bool helps = losses.upper() < 0 && scores.mean >= 0;
        record().older = helps ? kOlderKept : kOlderLeft;
        if (!helps) {
            restore();
        }
    }
    m_progress.before = {};
}

bool ExpansionDecision::permits(const StagePlan &plan)
{
    if (m_progress.before.empty()) {
        rememberStage1();
    } else if (m_task.validation) {
        measureGain("probe");
    }
    if (plan.probe) {
        return true;
    }
    const bool expand =
        m_context.strategy->policy()->expand(record(), m_context.strategy->decisionRules(), m_context.observer);
    record().decision = expand ? "expand" : "reuse";
    if (!expand) {
        takeBack();
    }
    m_progress.before.weights.clear();  // the scores still tell the gain of an expansion that was not probed
    return expand;
}

void ExpansionDecision::finished(const StagePlan &plan)
{
    if (!plan.probe && !record().gain && m_task.validation) {
        measureGain("stage2");
    }
    if (!plan.probe) {
        m_progress.before = {};
    }
}

void ExpansionDecision::close()
{
    if (!m_task.validation) {
        return;
    }
    const DecisionRules rules = m_context.strategy->decisionRules();
    if (rules.prune && record().decision == "expand") {
        prune();
    }
    if (rules.effects) {
        m_context.progress(m_progress.task, 1, say(QT_TRANSLATE_NOOP("Sentence", "measuring what each adapter does")));
        const Ablation ablation(m_context, m_model.bank, m_task, *m_learned.head, kEffectSamples);
        for (const AdapterEffect &effect : adapterEffects(ablation, m_learned.gates, m_learned.task)) {
            m_context.observer.effect(effect);
        }
    }
}

Evaluation ExpansionDecision::judge() const
{
    TaskNetwork network(*m_context.backbone, *m_context.strategy, m_model, m_learned, m_context.limits);
    const std::unique_ptr<FeatureSource> features = network.features(*m_task.validation.split, m_context.stop);
    return evaluate(m_task.data.task, m_task.classifier, *m_learned.head, *features, m_task.validation.targets,
                    m_context.limits, m_context.stop);
}

std::vector<double> ExpansionDecision::lossesOf(const Evaluation &evaluation) const
{
    const Loss &loss = m_task.classifier.loss();
    return sampleLosses(loss, evaluation.logits, m_task.validation.targets.of(loss));
}

std::optional<Evaluation> ExpansionDecision::remember()
{
    m_progress.before.weights = copied(joined({m_learned.gates.parameters(), m_learned.head->parameters()}));
    if (!m_task.validation) {
        return std::nullopt;
    }
    Evaluation now = judge();
    m_progress.before.scores = now.sampleScores();
    m_progress.before.losses = lossesOf(now);
    return now;
}

void ExpansionDecision::restore()
{
    m_learned.head->load(m_progress.before.weights);
    m_learned.gates = GateSet::load(m_model.bank.layers(), m_model.bank.width(), m_progress.before.weights);
    m_learned.gates.to(m_context.place.device);
}

void ExpansionDecision::rememberStage1()
{
    if (const std::optional<Evaluation> before = remember()) {
        DecisionRecord &decision = record();
        decision.stage1 = score(m_task.data.task.metric).compute(before->judged);
        decision.n = m_task.validation.split->size();
        decision.random =
            m_task.classifier.randomScore(m_task.validation.split->samples(), m_task.validation.targets.truth);
        if (decision.target && *decision.target > decision.random) {
            decision.sufficiency = (decision.stage1 - decision.random) / (*decision.target - decision.random);
        }
        decision.cost = ExpansionCost{};
        decision.cost->msBefore = kMs * before->secondsPerSample;
    }
}

void ExpansionDecision::measureGain(const char *of)
{
    DecisionRecord &decision = record();
    const Evaluation after = judge();
    const GainTest test = testGain(m_progress.before.scores, after.sampleScores(), decision.delta);
    decision.gain = test.gain;
    decision.se = test.se;
    decision.p = test.p;
    decision.test = test.test;
    decision.verdict = test.verdict;
    decision.gainOf = of;

    ExpansionCost cost = decision.cost.value_or(ExpansionCost{});
    cost.msAfter = kMs * after.secondsPerSample;
    cost.parameters =
        elementCount(m_model.bank.parameters(m_learned.task)) + m_learned.gates.elementCountOf(m_learned.task);
    cost.bytes = cost.parameters * static_cast<std::int64_t>(sizeof(float));
    decision.cost = cost;
}

void ExpansionDecision::takeBack()
{
    m_model.bank.removeTask(m_learned.task);
    restore();
}

void ExpansionDecision::prune()
{
    m_context.progress(m_progress.task, 1, say(QT_TRANSLATE_NOOP("Sentence", "measuring which sites are needed")));
    const DecisionRules rules = m_context.strategy->decisionRules();
    const Ablation ablation(m_context, m_model.bank, m_task, *m_learned.head, kPruningSamples);
    const PrunedSites pruned = findNeedlessSites(ablation, m_learned.gates, m_learned.task,
                                                 {.epsilon = rules.pruneEpsilon, .total = rules.pruneTotal});
    for (const SitePlace &place : pruned.dropped) {
        m_model.bank.remove(m_learned.task, place.layer, place.site);
        m_learned.gates.remove(m_learned.task, place.layer, place.site);
    }
    record().pruningIncrease = pruned.increase.mean;
}

}  // namespace atlas::engine
