#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Fine-tuning of the upper layers only.
/// Source: CLiMB (arXiv 2206.09059), which freezes 9 of 12 layers.
class FrozenBottom final : public FineTuning {
public:
    using FineTuning::FineTuning;

    std::optional<int> lowestTunedLayer(int layers) const override
    {
        const auto frozen = static_cast<int>(settings().integer("frozen_layers"));
        if (frozen > layers) {
            throw Error(
                ErrorCode::Usage,
                say(QT_TRANSLATE_NOOP("Sentence", "The setting frozen_layers is %1, but the backbone has %2 layers."),
                    frozen, layers),
                say(QT_TRANSLATE_NOOP("Sentence", "Use 0 (three quarters of the layers) or at most %1."), layers));
        }
        return frozen > 0 ? frozen : layers * 3 / 4;
    }
};

}  // namespace

StrategyDescription strategies::frozenBottom()
{
    return {.name = "frozen-bottom",
            .help = QT_TRANSLATE_NOOP("Strategy", "Full fine-tuning with the lowest layers left as they were "
                                                  "pretrained: cheaper, and a little less is forgotten."),
            .settings = {{.key = "frozen_layers",
                          .title = QT_TRANSLATE_NOOP("Setting", "Frozen layers"),
                          .type = SettingType::Integer,
                          .defaultValue = "0",
                          .minimum = 0,
                          .maximum = 1000,
                          .unit = QT_TRANSLATE_NOOP("Setting", "layers"),
                          .help = QT_TRANSLATE_NOOP("Setting", "How many of the joint transformer's lowest layers stay "
                                                               "as they are; 0 takes three quarters of them."),
                          .choices = {},
                          .advanced = false},
                         fineTuningRateSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<FrozenBottom>(settings);
            }};
}

}  // namespace atlas::engine
