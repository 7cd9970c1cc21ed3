#pragma once

#include "core/settings.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// By which rules a task's run reuses or expands: the settings of the decision.
struct DecisionRules {
    double delta = 0;         ///< gain of the task's score that an adapter must be worth
    double target = 0;        ///< score that is enough; 0 = none was set
    double probeShare = 0;    ///< of stage 2's epochs
    std::string undecided;    ///< what policy automatic does then: reuse, expand, ask
    bool prune = false;       ///< sites that are not needed are dropped after stage 2
    double pruneEpsilon = 0;  ///< nats of validation loss under which a site is not needed
    double pruneTotal = 0;    ///< nats that all dropped sites together may cost
    bool effects = false;     ///< what each adapter does is measured

    DecisionRules() = default;
    /// Requires: all of decisionSettings() are declared.
    explicit DecisionRules(const Settings &settings);

    /// Epochs of the probe out of stage 2's, at least 1.
    std::int64_t probeEpochs(std::int64_t epochs) const;
};

/// Settings of a strategy that decides.
std::vector<SettingSpec> decisionSettings();

}  // namespace atlas::engine
