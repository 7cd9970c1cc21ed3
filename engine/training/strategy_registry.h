#pragma once

#include "engine/training/strategy.h"

#include <span>

namespace atlas::engine {

/// The registry. A new strategy is a new file in strategies/ and one line in strategies.h.
std::span<const StrategyDescription> strategyDescriptions();

/// Errors: Usage, naming the strategies there are.
const StrategyDescription &strategyDescription(const std::string &name);

/// A strategy's own settings followed by those common to all training that it does not describe anew.
std::vector<SettingSpec> settingsOf(const StrategyDescription &description);

}  // namespace atlas::engine
