#include "core/translatable.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {

/// Source: sequential fine-tuning of CLiMB (arXiv 2206.09059).
StrategyDescription strategies::fullFineTuning()
{
    return {.name = "full-fine-tuning",
            .help = QT_TRANSLATE_NOOP("Strategy", "Every task trains all layers of the joint transformer further: what "
                                                  "most people would do, and earlier tasks are forgotten."),
            .settings = {fineTuningRateSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<FineTuning>(settings);
            }};
}

}  // namespace atlas::engine
