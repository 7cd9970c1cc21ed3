#include "core/translatable.h"
#include "engine/training/replay_memory.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Fine-tuning that sees some samples of earlier tasks again.
/// Source: experience replay of CLiMB (arXiv 2206.09059): 1 % of each task, every 100 steps of far longer trainings.
class Replay final : public FineTuning {
public:
    using FineTuning::FineTuning;

    std::vector<std::unique_ptr<ExtraLoss>> extraLosses(const LearningContext &context) const override
    {
        std::vector<std::unique_ptr<ExtraLoss>> losses;
        if (!context.model.learned.empty()) {
            losses.push_back(std::make_unique<ReplayMemory>(
                context, ReplayMemory::Options{.share = settings().real("memory_share"),
                                               .interval = settings().integer("replay_interval")}));
        }
        return losses;
    }
};

}  // namespace

StrategyDescription strategies::replay()
{
    return {.name = "replay",
            .help = QT_TRANSLATE_NOOP("Strategy", "Full fine-tuning that keeps some training samples of each task and "
                                                  "sees them again while later tasks are learned."),
            .settings = {{.key = "memory_share",
                          .title = QT_TRANSLATE_NOOP("Setting", "Samples kept"),
                          .type = SettingType::Real,
                          .defaultValue = "0.01",
                          .minimum = 0,
                          .maximum = 1,
                          .unit = QT_TRANSLATE_NOOP("Setting", "of the training samples"),
                          .help = QT_TRANSLATE_NOOP("Setting", "Share of each task's training samples that is kept for "
                                                               "later; at least one sample."),
                          .choices = {},
                          .advanced = false},
                         {.key = "replay_interval",
                          .title = QT_TRANSLATE_NOOP("Setting", "Steps between replays"),
                          .type = SettingType::Integer,
                          .defaultValue = "10",
                          .minimum = 1,
                          .maximum = 1000000,
                          .unit = QT_TRANSLATE_NOOP("Setting", "steps"),
                          .help = QT_TRANSLATE_NOOP("Setting", "After so many steps a batch of one earlier task, drawn "
                                                               "at random, is learned from as well. CLiMB takes 100, "
                                                               "in trainings of tens of thousands of steps."),
                          .choices = {},
                          .advanced = false},
                         fineTuningRateSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<Replay>(settings);
            }};
}

}  // namespace atlas::engine
