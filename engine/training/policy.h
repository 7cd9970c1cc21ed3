#pragma once

#include "engine/api/engine.h"

#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// Who decides, per task, whether what was learned so far is reused as it is or expanded by a new adapter (METHOD
/// section 3). Asked twice: before the expansion stage runs, and after it with the measured gain.
/// Both may write `reason` into the record.
class Policy {
public:
    virtual ~Policy() = default;

    virtual const char *name() const = 0;

    /// After stage 1: whether the expansion stage is to be run at all. `proposal` holds the score of stage 1.
    virtual bool expand(DecisionRecord &proposal, TrainObserver &observer) const = 0;

    /// After the expansion stage: whether it stays. `proposal` holds gain and standard error where validation samples
    /// allow them.
    virtual bool keep(DecisionRecord &proposal, TrainObserver &observer) const = 0;
};

/// The names of the policies, as the setting offers them.
std::vector<std::string> policyNames();

/// Errors: Usage, naming the policies there are.
const Policy &policy(const std::string &name);

}  // namespace atlas::engine
