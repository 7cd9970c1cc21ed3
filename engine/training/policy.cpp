#include "engine/training/policy.h"

#include "core/error.h"

#include <array>
#include <cmath>
#include <span>

namespace atlas::engine {
namespace {

/// As published: every task adds an adapter.
class Always final : public Policy {
public:
    const char *name() const override { return "always"; }
    bool expand(DecisionRecord &proposal, TrainObserver &) const override
    {
        proposal.reason = "The policy always expands.";
        return true;
    }
    bool keep(DecisionRecord &, TrainObserver &) const override { return true; }
};

/// Only the first task adds an adapter; all others reuse it.
class Never final : public Policy {
public:
    const char *name() const override { return "never"; }
    bool expand(DecisionRecord &proposal, TrainObserver &) const override
    {
        proposal.reason = "The policy never expands.";
        return false;
    }
    bool keep(DecisionRecord &, TrainObserver &) const override { return true; }
};

/// The gain over stage 1 must be larger than chance: the expansion stage runs, and its adapter stays only when the
/// lower bound of the paired gain on validation is above 0.
/// Formula: keep when G - 1.645 se > 0 (one-sided, 95 %).
class Automatic final : public Policy {
public:
    const char *name() const override { return "automatic"; }
    bool expand(DecisionRecord &, TrainObserver &) const override { return true; }
    bool keep(DecisionRecord &proposal, TrainObserver &) const override
    {
        if (!proposal.gain || !proposal.se) {
            proposal.reason = "There are no validation samples to measure a gain with, so it was expanded.";
            return true;
        }
        constexpr double kOneSided95 = 1.645;
        const bool sure = *proposal.gain - kOneSided95 * *proposal.se > 0;
        proposal.reason = sure ? "The gain on validation is larger than chance."
                               : "The gain on validation could be chance, so nothing was added.";
        return sure;
    }
};

/// A person decides after stage 1. Where nobody is there to ask, the published behaviour applies, and that is said.
class Ask final : public Policy {
public:
    const char *name() const override { return "ask"; }
    bool expand(DecisionRecord &proposal, TrainObserver &observer) const override
    {
        const std::optional<std::string> answer = observer.ask(proposal);
        if (!answer) {
            proposal.reason = "Nobody was there to be asked, so it was expanded.";
            observer.log(LogLevel::Warning, proposal.reason);
            return true;
        }
        if (*answer != "expand" && *answer != "reuse") {
            throw Error(ErrorCode::Usage, "The answer \"" + *answer + "\" is neither expand nor reuse.");
        }
        proposal.reason = "A person decided.";
        return *answer == "expand";
    }
    bool keep(DecisionRecord &, TrainObserver &) const override { return true; }
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
