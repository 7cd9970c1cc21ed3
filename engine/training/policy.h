#pragma once

#include "engine/api/engine.h"
#include "engine/training/decision/decision_rules.h"

#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// Who decides, per task, whether what was learned so far is reused as it is or expanded by a new adapter (METHOD
/// section 3).
class Policy {
public:
    virtual ~Policy() = default;

    virtual const char *name() const = 0;

    /// Whether a short stage 2 has to measure the gain before the decision.
    virtual bool probes() const = 0;

    /// Whether the task gets an adapter. `proposal` holds every input there is: the score of stage 1, novelty,
    /// sufficiency, and, of a policy that probes, gain, verdict and cost where there are validation samples. Writes the
    /// decision, its reason, and who decided where it was a person, and tells the observer at once.
    /// Errors: Usage when a person answered something else than expand or reuse, or gave no reason for deciding
    /// otherwise than a sure verdict; what the observer throws.
    bool expand(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer) const;

private:
    virtual bool decide(DecisionRecord &proposal, const DecisionRules &rules, TrainObserver &observer) const = 0;
};

/// The names of the policies, as the setting offers them.
std::vector<std::string> policyNames();

/// Errors: Usage, naming the policies there are.
const Policy &policy(const std::string &name);

}  // namespace atlas::engine
