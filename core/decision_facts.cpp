#include "core/decision_facts.h"

#include "core/decision_answer.h"
#include "core/translatable.h"

#include <array>
#include <string_view>
#include <utility>

namespace atlas {
namespace {

using Unit = FactValue::Unit;

constexpr const char *kReuse = QT_TRANSLATE_NOOP("Decision", "What earlier tasks bring");
constexpr const char *kGain = QT_TRANSLATE_NOOP("Decision", "What an adapter brings");
constexpr const char *kCost = QT_TRANSLATE_NOOP("Decision", "What an adapter costs");
constexpr const char *kOutcome = QT_TRANSLATE_NOOP("Decision", "Decision");

/// A word of a record and how people read it.
using Word = std::pair<std::string_view, const char *>;

constexpr std::array<Word, 3> kVerdicts{{
    {"expand", QT_TRANSLATE_NOOP("Decision", "expand: surely worth an adapter")},
    {"reuse", QT_TRANSLATE_NOOP("Decision", "reuse: surely not worth an adapter")},
    {"undecided", QT_TRANSLATE_NOOP("Decision", "undecided: the gain could be chance")},
}};

constexpr std::array<Word, 2> kOlder{{
    {kOlderKept, QT_TRANSLATE_NOOP("Decision", "used: they surely help")},
    {kOlderLeft, QT_TRANSLATE_NOOP("Decision", "left out: no sure help")},
}};

constexpr std::array<Word, 3> kDecisions{{
    {"first", QT_TRANSLATE_NOOP("Decision", "expanded: it is the first task")},
    {"expand", QT_TRANSLATE_NOOP("Decision", "expanded: the task has an adapter of its own")},
    {"reuse", QT_TRANSLATE_NOOP("Decision", "reused: the adapters of earlier tasks serve it")},
}};

constexpr std::array<Word, 2> kGainsOf{{
    {"probe", QT_TRANSLATE_NOOP("Decision", "a short probe")},
    {"stage2", QT_TRANSLATE_NOOP("Decision", "the whole of stage 2")},
}};

template <std::size_t N>
FactValue wordOf(const std::array<Word, N> &words, const std::string &name)
{
    for (const auto &[known, text] : words) {
        if (known == name) {
            return {.unit = Unit::Words, .text = text};
        }
    }
    return {.text = name};
}

FactValue number(Unit unit, double value)
{
    return {.unit = unit, .number = value};
}

FactValue count(std::int64_t value)
{
    return number(Unit::Count, static_cast<double>(value));
}

FactValue words(const std::string &text)
{
    return {.unit = Unit::Words, .text = text};
}

void addReuse(std::vector<DecisionFact> &facts, const DecisionRecord &decision)
{
    if (decision.novelty) {
        facts.push_back(
            {.id = "novelty",
             .group = kReuse,
             .title = QT_TRANSLATE_NOOP("Decision", "Novelty"),
             .help = QT_TRANSLATE_NOOP(
                 "Decision", "How far the samples lie from those of the earlier task that is nearest to them, as the "
                             "frozen backbone sees them: the share of that task's own samples that lie nearer to it. "
                             "50 % is nothing new, 100 % is unlike anything in it. It is shown only and decides "
                             "nothing."),
             .form = decision.nearest.empty() ? "%1" : QT_TRANSLATE_NOOP("Decision", "%1, nearest to %2"),
             .values = {number(Unit::Share, *decision.novelty), {.text = decision.nearest}}});
    }
    if (decision.plain) {
        facts.push_back(
            {.id = "plain",
             .group = kReuse,
             .title = QT_TRANSLATE_NOOP("Decision", "Score without adapters"),
             .help = QT_TRANSLATE_NOOP("Decision", "Score on the validation samples of a classifier on the frozen "
                                                   "backbone, before any adapter is tried."),
             .form = "%1",
             .values = {number(Unit::Share, *decision.plain)}});
    }
    if (decision.olderGain) {
        facts.push_back({.id = "older",
                         .group = kReuse,
                         .title = QT_TRANSLATE_NOOP("Decision", "Adapters of earlier tasks"),
                         .help = QT_TRANSLATE_NOOP(
                             "Decision", "Whether the task uses the adapters of earlier tasks, and by how much "
                                         "they lower the validation loss, with its standard error. They are "
                                         "used only where that cannot be chance; a task without them answers "
                                         "faster."),
                         .form = QT_TRANSLATE_NOOP("Decision", "%1 (loss falls by %2 ± %3 nats)"),
                         .values = {wordOf(kOlder, decision.older), number(Unit::Number, *decision.olderGain),
                                    number(Unit::Number, decision.olderSe.value_or(0))}});
    }
    if (decision.decision != "first") {
        facts.push_back(
            {.id = "stage1",
             .group = kReuse,
             .title = QT_TRANSLATE_NOOP("Decision", "Score by reuse"),
             .help = QT_TRANSLATE_NOOP("Decision", "Score on the validation samples without an adapter of the task's "
                                                   "own, with those of earlier tasks that it uses; beside it what "
                                                   "guessing would reach."),
             .form = decision.random > 0 ? QT_TRANSLATE_NOOP("Decision", "%1 (guessing: %2)") : "%1",
             .values = {number(Unit::Share, decision.stage1), number(Unit::Share, decision.random)}});
    }
    if (decision.target) {
        facts.push_back(
            {.id = "sufficiency",
             .group = kReuse,
             .title = QT_TRANSLATE_NOOP("Decision", "Target"),
             .help = QT_TRANSLATE_NOOP("Decision", "The score that was set as enough, and how much of the way to it, "
                                                   "from guessing on, reuse alone goes. At 100 % reuse suffices."),
             .form = decision.sufficiency ? QT_TRANSLATE_NOOP("Decision", "%1; reuse goes %2 of the way") : "%1",
             .values = {number(Unit::Share, *decision.target), number(Unit::Share, decision.sufficiency.value_or(0))}});
    }
}

void addGain(std::vector<DecisionFact> &facts, const DecisionRecord &decision)
{
    if (!decision.gain) {
        return;
    }
    facts.push_back(
        {.id = "gain",
         .group = kGain,
         .title = QT_TRANSLATE_NOOP("Decision", "Gain"),
         .help = QT_TRANSLATE_NOOP("Decision", "How much the score on the validation samples rose with an "
                                               "adapter of the task's own, and the standard error of that: "
                                               "on other samples it would be within twice as much."),
         .form = decision.se ? "%1 ± %2" : "%1",
         .values = {number(Unit::Points, *decision.gain), number(Unit::PlainPoints, decision.se.value_or(0))}});
    if (!decision.gainOf.empty()) {
        facts.push_back(
            {.id = "measured",
             .group = kGain,
             .title = QT_TRANSLATE_NOOP("Decision", "Measured by"),
             .help = QT_TRANSLATE_NOOP("Decision", "What was trained to measure the gain, and on how many validation "
                                                   "samples it was measured. A probe is the first part of stage 2, "
                                                   "which goes on from there if it is decided to expand."),
             .form = QT_TRANSLATE_NOOP("Decision", "%1, n = %2"),
             .values = {wordOf(kGainsOf, decision.gainOf), count(decision.n)}});
        facts.push_back(
            {.id = "delta",
             .group = kGain,
             .title = QT_TRANSLATE_NOOP("Decision", "Worth it above"),
             .help = QT_TRANSLATE_NOOP("Decision", "The gain that an adapter must be worth, as set (\"Gain worth an "
                                                   "adapter\")."),
             .form = "%1",
             .values = {number(Unit::Points, decision.delta)}});
    }
    if (!decision.test.empty()) {
        facts.push_back(
            {.id = "test",
             .group = kGain,
             .title = QT_TRANSLATE_NOOP("Decision", "Test"),
             .help = QT_TRANSLATE_NOOP("Decision", "How it was judged whether the gain could be chance: the same "
                                                   "samples with and without the adapter; p is the probability of as "
                                                   "clear a difference by chance alone."),
             .form = decision.p ? QT_TRANSLATE_NOOP("Decision", "%1, p = %2") : "%1",
             .values = {words(decision.test), number(Unit::Number, decision.p.value_or(0))}});
    }
    if (!decision.verdict.empty()) {
        facts.push_back({.id = "verdict",
                         .group = kGain,
                         .title = QT_TRANSLATE_NOOP("Decision", "The test says"),
                         .help = QT_TRANSLATE_NOOP("Decision", "What the test alone speaks for, whatever was decided."),
                         .form = "%1",
                         .values = {wordOf(kVerdicts, decision.verdict)}});
    }
}

void addCost(std::vector<DecisionFact> &facts, const DecisionRecord &decision)
{
    if (!decision.cost || decision.cost->parameters == 0) {
        return;  // nothing was tried, so nothing was counted
    }
    const ExpansionCost &cost = *decision.cost;
    facts.push_back({.id = "parameters",
                     .group = kCost,
                     .title = QT_TRANSLATE_NOOP("Decision", "Parameters"),
                     .help = QT_TRANSLATE_NOOP("Decision", "Weights that an adapter of the task's own and its gates "
                                                           "have, before any are dropped again."),
                     .form = "%1",
                     .values = {count(cost.parameters)}});
    facts.push_back({.id = "bytes",
                     .group = kCost,
                     .title = QT_TRANSLATE_NOOP("Decision", "Size"),
                     .help = QT_TRANSLATE_NOOP("Decision", "What they take on disk and in memory."),
                     .form = "%1",
                     .values = {number(Unit::Bytes, static_cast<double>(cost.bytes))}});
    facts.push_back({.id = "time",
                     .group = kCost,
                     .title = QT_TRANSLATE_NOOP("Decision", "An answer takes"),
                     .help = QT_TRANSLATE_NOOP("Decision", "Time for one validation sample on this computer, by reuse "
                                                           "and with the adapter."),
                     .form = "%1 → %2",
                     .values = {number(Unit::Milliseconds, cost.msBefore), number(Unit::Milliseconds, cost.msAfter)}});
}

void addPerson(std::vector<DecisionFact> &facts, const DecisionRecord &decision)
{
    const bool policy = decision.decidedBy.empty();
    facts.push_back(
        {.id = "decided_by",
         .group = kOutcome,
         .title = QT_TRANSLATE_NOOP("Decision", "Decided by"),
         .help = QT_TRANSLATE_NOOP("Decision", "The policy, or the login name of the person who was asked."),
         .form = isOverridden(decision) ? QT_TRANSLATE_NOOP("Decision", "%1, against the test") : "%1",
         .values = {policy ? words(QT_TRANSLATE_NOOP("Decision", "the policy"))
                           : FactValue{.text = decision.decidedBy}}});
    facts.push_back({.id = "reason",
                     .group = kOutcome,
                     .title = QT_TRANSLATE_NOOP("Decision", "Reason"),
                     .help = QT_TRANSLATE_NOOP("Decision", "Which rule led to the decision."),
                     .form = "%1",
                     .values = {words(decision.reason)}});
    if (!decision.why.empty()) {
        facts.push_back({.id = "why",
                         .group = kOutcome,
                         .title = QT_TRANSLATE_NOOP("Decision", "In their words"),
                         .help = QT_TRANSLATE_NOOP("Decision", "The reason that the person gave."),
                         .form = "%1",
                         .values = {{.text = decision.why}}});
    }
}

void addOutcome(std::vector<DecisionFact> &facts, const DecisionRecord &decision)
{
    facts.push_back({.id = "policy",
                     .group = kOutcome,
                     .title = QT_TRANSLATE_NOOP("Decision", "Policy"),
                     .help = QT_TRANSLATE_NOOP("Decision", "Who decides, as set (\"Reuse or expand\"): always expands, "
                                                           "never reuses, both without measuring first; automatic "
                                                           "follows the test; ask asks a person."),
                     .form = "%1",
                     .values = {words(decision.policy)}});
    if (decision.decision.empty()) {
        return;  // a person is being asked
    }
    facts.push_back(
        {.id = "decision",
         .group = kOutcome,
         .title = QT_TRANSLATE_NOOP("Decision", "Decided"),
         .help = QT_TRANSLATE_NOOP("Decision", "Reused: the task uses the adapters of earlier tasks. "
                                               "Expanded: it also has one of its own."),
         .form = "%1",
         .values = {needsNothing(decision) ? words(QT_TRANSLATE_NOOP("Decision", "nothing is needed: the frozen "
                                                                                 "backbone serves it"))
                                           : wordOf(kDecisions, decision.decision)}});
    addPerson(facts, decision);
    if (decision.sites > 0 && decision.decision != "reuse") {
        facts.push_back({.id = "sites",
                         .group = kOutcome,
                         .title = QT_TRANSLATE_NOOP("Decision", "Places kept"),
                         .help = QT_TRANSLATE_NOOP("Decision", "At how many places of the backbone the new adapter "
                                                               "stands; those that validation did not need were "
                                                               "dropped again."),
                         .form = QT_TRANSLATE_NOOP("Decision", "%1 of %2"),
                         .values = {count(decision.sitesKept), count(decision.sites)}});
    }
    if (decision.pruningIncrease) {
        facts.push_back({.id = "pruning",
                         .group = kOutcome,
                         .title = QT_TRANSLATE_NOOP("Decision", "Loss by dropping"),
                         .help = QT_TRANSLATE_NOOP("Decision", "How much the mean validation loss rose by dropping "
                                                               "those places, in nats; below 0 it fell."),
                         .form = QT_TRANSLATE_NOOP("Decision", "%1 nats"),
                         .values = {number(Unit::Number, *decision.pruningIncrease)}});
    }
}

}  // namespace

bool needsNothing(const DecisionRecord &decision)
{
    return decision.decision == "reuse" && decision.older == kOlderLeft;
}

std::vector<DecisionFact> decisionFacts(const DecisionRecord &decision)
{
    std::vector<DecisionFact> facts;
    addReuse(facts, decision);
    addGain(facts, decision);
    addCost(facts, decision);
    addOutcome(facts, decision);
    return facts;
}

}  // namespace atlas
