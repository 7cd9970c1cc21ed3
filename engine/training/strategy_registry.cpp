#include "engine/training/strategy_registry.h"

#include "core/registry.h"
#include "engine/training/strategies/strategies.h"
#include "engine/training/training_settings.h"

#include <algorithm>
#include <array>

namespace atlas::engine {

std::span<const StrategyDescription> strategyDescriptions()
{
#define ATLAS_MAKE(strategy) strategies::strategy(),
    static const std::array descriptions{ATLAS_STRATEGIES(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return descriptions;
}

const StrategyDescription &strategyDescription(const std::string &name)
{
    return findNamed(strategyDescriptions(), name, "strategy");
}

std::vector<SettingSpec> settingsOf(const StrategyDescription &description)
{
    std::vector<SettingSpec> settings = description.settings;
    for (SettingSpec &common : commonSettings()) {
        // A strategy may describe a common setting anew, with another default.
        if (std::ranges::find(description.settings, common.key, &SettingSpec::key) == description.settings.end()) {
            settings.push_back(std::move(common));
        }
    }
    return settings;
}

}  // namespace atlas::engine
