#include "engine/training/policy.h"

#include "core/error.h"
#include "core/translatable.h"
#include "core/user_name.h"

#include <array>
#include <optional>
#include <span>

namespace atlas::engine {
namespace {

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// What a person answers; nullopt = nobody is there.
std::optional<bool> askPerson(DecisionRecord &proposal, TrainObserver &observer)
{
    const std::optional<std::string> answer = observer.ask(proposal);
    if (!answer) {
        return std::nullopt;
    }
    const auto colon = answer->find(':');
    const std::string word = trimmed(answer->substr(0, colon));
    if (word != "expand" && word != "reuse") {
        throw Error(ErrorCode::Usage, "The answer \"" + *answer + "\" is neither expand nor reuse.",
                    "Answer expand or reuse, and the reason behind a colon where there is one.");
    }
    proposal.decidedBy = userName();
    proposal.why = colon == std::string::npos ? std::string() : trimmed(answer->substr(colon + 1));
    proposal.reason = proposal.verdict.empty() || proposal.verdict == "undecided" || proposal.verdict == word
                          ? QT_TRANSLATE_NOOP("Decision", "A person decided.")
                          : QT_TRANSLATE_NOOP("Decision", "A person decided otherwise than the probe suggests.");
    return word == "expand";
}

/// As published: every task adds an adapter.
class Always final : public Policy {
public:
    const char *name() const override { return "always"; }
    bool probes() const override { return false; }
    bool expand(DecisionRecord &proposal, const DecisionRules &, TrainObserver &) const override
    {
        proposal.reason = QT_TRANSLATE_NOOP("Decision", "The policy always expands.");
        return true;
    }
};

/// Only the first task adds an adapter; all others reuse it.
class Never final : public Policy {
public:
    const char *name() const override { return "never"; }
    bool probes() const override { return false; }
    bool expand(DecisionRecord &proposal, const DecisionRules &, TrainObserver &) const override
    {
        proposal.reason = QT_TRANSLATE_NOOP("Decision", "The policy never expands.");
        return false;
    }
};

/// The probe's gain must surely be worth an adapter (gain_test.h); where that is open, the setting says what is done.
class Automatic final : public Policy {
public:
    const char *name() const override { return "automatic"; }
    bool probes() const override { return true; }
    bool expand(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer) const override
    {
        if (proposal.verdict.empty()) {
            proposal.reason = QT_TRANSLATE_NOOP(
                "Decision", "There are no validation samples to measure a gain with, so it was expanded.");
            return true;
        }
        if (proposal.verdict == "expand") {
            proposal.reason = QT_TRANSLATE_NOOP("Decision", "The gain on validation is surely worth an adapter.");
            return true;
        }
        if (proposal.verdict == "reuse") {
            proposal.reason = QT_TRANSLATE_NOOP("Decision", "The gain on validation is surely not worth an adapter.");
            return false;
        }
        return undecided(proposal, rules, observer);
    }

private:
    static bool undecided(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer)
    {
        if (proposal.sufficiency && *proposal.sufficiency >= 1) {
            proposal.reason = QT_TRANSLATE_NOOP(
                "Decision", "The gain on validation could be chance, and the target is reached without it.");
            return false;
        }
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
    const char *name() const override { return "ask"; }
    bool probes() const override { return true; }
    bool expand(DecisionRecord &proposal, const DecisionRules &, TrainObserver &observer) const override
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
    std::string names;
    for (const Policy *candidate : policies()) {
        if (candidate->name() == name) {
            return *candidate;
        }
        names += (names.empty() ? "" : ", ") + std::string(candidate->name());
    }
    throw Error(ErrorCode::Usage, "There is no policy \"" + name + "\".", "Use one of: " + names + ".");
}

}  // namespace atlas::engine
