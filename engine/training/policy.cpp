#include "engine/training/policy.h"

#include "core/comma_list.h"
#include "core/decision_answer.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "core/user_name.h"

#include <array>
#include <optional>
#include <span>

namespace atlas::engine {
namespace {

/// What a person answers; nullopt = nobody is there.
std::optional<bool> askPerson(DecisionRecord &proposal, TrainObserver &observer)
{
    const std::optional<std::string> text = observer.ask(proposal);
    if (!text) {
        return std::nullopt;
    }
    const std::optional<DecisionAnswer> answer = parseDecisionAnswer(*text);
    if (!answer) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The answer \"%1\" is neither expand nor reuse."), *text),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Answer expand or reuse, and the reason behind a colon where there is one.")));
    }
    const bool differs = differsFromVerdict(proposal, answer->decision);
    if (differs && answer->why.empty()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The answer %1 has no reason, though the test says %2."),
                        answer->decision, proposal.verdict),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give the reason behind a colon.")));
    }
    proposal.decidedBy = userName();
    proposal.why = answer->why;
    proposal.reason = differs ? QT_TRANSLATE_NOOP("Decision", "A person decided otherwise than the probe suggests.")
                              : QT_TRANSLATE_NOOP("Decision", "A person decided.");
    return answer->decision == "expand";
}

/// As published: every task adds an adapter.
class Always final : public Policy {
public:
    const char *name() const override { return QT_TRANSLATE_NOOP("Setting", "always"); }
    bool probes() const override { return false; }

private:
    bool decide(DecisionRecord &proposal, const DecisionRules &, TrainObserver &) const override
    {
        proposal.reason = QT_TRANSLATE_NOOP("Decision", "The policy always expands.");
        return true;
    }
};

/// Only the first task adds an adapter; all others reuse it.
class Never final : public Policy {
public:
    const char *name() const override { return QT_TRANSLATE_NOOP("Setting", "never"); }
    bool probes() const override { return false; }

private:
    bool decide(DecisionRecord &proposal, const DecisionRules &, TrainObserver &) const override
    {
        proposal.reason = QT_TRANSLATE_NOOP("Decision", "The policy never expands.");
        return false;
    }
};

/// The probe's gain must surely be worth an adapter (gain_test.h); where that is open, the setting says what is done.
class Automatic final : public Policy {
public:
    const char *name() const override { return QT_TRANSLATE_NOOP("Setting", "automatic"); }
    bool probes() const override { return true; }

private:
    bool decide(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer) const override
    {
        if (proposal.verdict.empty()) {
            proposal.reason = QT_TRANSLATE_NOOP(
                "Decision", "There are no validation samples to measure a gain with, so it was expanded.");
            return true;
        }
        const Recommendation recommended = recommendation(proposal);
        if (proposal.verdict != "undecided" || (proposal.sufficiency && *proposal.sufficiency >= 1)) {
            proposal.reason = recommended.reason;
            return recommended.decision == "expand";
        }
        return undecided(proposal, rules, observer);
    }

    static bool undecided(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer)
    {
        if (rules.undecided == "ask") {
            if (const std::optional<bool> answer = askPerson(proposal, observer)) {
                return *answer;
            }
            proposal.reason = QT_TRANSLATE_NOOP(
                "Decision", "The gain on validation could be chance and nobody was there to be asked, so nothing was "
                            "added.");
            return false;
        }
        const bool expand = rules.undecided == "expand";
        proposal.reason =
            expand ? QT_TRANSLATE_NOOP("Decision", "The gain on validation could be chance; it was expanded as set.")
                   : QT_TRANSLATE_NOOP("Decision", "The gain on validation could be chance, so nothing was added.");
        return expand;
    }
};

/// A person decides after the probe. Where nobody is there to ask, the published behaviour applies, and that is said.
class Ask final : public Policy {
public:
    const char *name() const override { return QT_TRANSLATE_NOOP("Setting", "ask"); }
    bool probes() const override { return true; }

private:
    bool decide(DecisionRecord &proposal, const DecisionRules &, TrainObserver &observer) const override
    {
        if (const std::optional<bool> answer = askPerson(proposal, observer)) {
            return *answer;
        }
        proposal.reason = QT_TRANSLATE_NOOP("Decision", "Nobody was there to be asked, so it was expanded.");
        observer.log(LogLevel::Warning, proposal.reason);
        return true;
    }
};

std::span<const Policy *const> policies()
{
    static const Always always;
    static const Never never;
    static const Automatic automatic;
    static const Ask ask;
    static const std::array<const Policy *, 4> all{&always, &never, &automatic, &ask};
    return all;
}

}  // namespace

bool Policy::expand(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer) const
{
    const bool expands = decide(proposal, rules, observer);
    proposal.decision = expands ? "expand" : "reuse";
    observer.decided(proposal);
    return expands;
}

std::vector<std::string> policyNames()
{
    std::vector<std::string> names;
    for (const Policy *policy : policies()) {
        names.emplace_back(policy->name());
    }
    return names;
}

const Policy &policy(const std::string &name)
{
    for (const Policy *candidate : policies()) {
        if (candidate->name() == name) {
            return *candidate;
        }
    }
    throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no policy \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), commaList(policies(), &Policy::name)));
}

}  // namespace atlas::engine
