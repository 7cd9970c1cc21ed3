#include "core/translatable.h"
#include "engine/training/prompt_pull.h"
#include "engine/training/strategies/adapter_free.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// A pool of learned prompts that all tasks share and train further; the backbone stays frozen.
/// Source: Wang et al. 2022 (L2P, arXiv 2112.08654); settings as in LAMDA-PILOT.
class Prompts final : public AdapterFree {
public:
    using AdapterFree::AdapterFree;

    std::optional<PromptOptions> prompts() const override
    {
        return PromptOptions{.pool = static_cast<int>(settings().integer("pool")),
                             .length = static_cast<int>(settings().integer("prompt_length")),
                             .chosen = static_cast<int>(settings().integer("chosen"))};
    }

    void markTrainable(const StagePlan &, RunModel &model, TaskModel &task) const override
    {
        model.prompts->setTrainable(true);
        task.head->setTrainable(true);
    }

    std::vector<std::unique_ptr<ExtraLoss>> extraLosses(const LearningContext &context) const override
    {
        std::vector<std::unique_ptr<ExtraLoss>> losses;
        losses.push_back(std::make_unique<PromptPull>(*context.model.prompts, settings().real("pull")));
        return losses;
    }

    bool answersWithNewest() const override { return true; }
};

SettingSpec countSetting(const char *key, const char *title, const char *value, const char *help)
{
    return {.key = key,
            .title = title,
            .type = SettingType::Integer,
            .defaultValue = value,
            .minimum = 1,
            .maximum = 1000,
            .unit = {},
            .help = help,
            .choices = {},
            .advanced = true};
}

std::vector<SettingSpec> promptSettings()
{
    return {
        countSetting("pool", QT_TRANSLATE_NOOP("Setting", "Prompts in the pool"), "10",
                     QT_TRANSLATE_NOOP("Setting", "How many prompts there are for all tasks together.")),
        countSetting("prompt_length", QT_TRANSLATE_NOOP("Setting", "Length of a prompt"), "5",
                     QT_TRANSLATE_NOOP("Setting", "Tokens of one prompt: each makes every input longer.")),
        countSetting("chosen", QT_TRANSLATE_NOOP("Setting", "Prompts per input"), "3",
                     QT_TRANSLATE_NOOP("Setting", "How many prompts an input picks, those with the nearest keys; "
                                                  "not more than there are.")),
        {.key = "pull",
         .title = QT_TRANSLATE_NOOP("Setting", "Pull of keys"),
         .type = SettingType::Real,
         .defaultValue = "0.1",
         .minimum = 0,
         .maximum = 1000,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How strongly keys are drawn to the inputs that picked them."),
         .choices = {},
         .advanced = true},
        {.key = "learning_rate",
         .title = QT_TRANSLATE_NOOP("Setting", "Learning rate"),
         .type = SettingType::Real,
         .defaultValue = "0.001875",
         .minimum = 0,
         .maximum = 1,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How far one step changes prompts, keys and heads; prompts start from "
                                              "nothing and take larger steps than adapters."),
         .choices = {},
         .advanced = false}};
}

}  // namespace

StrategyDescription strategies::prompts()
{
    return {.name = "prompts",
            .help = QT_TRANSLATE_NOOP("Strategy", "Learns a pool of prompts that are put before an input's tokens and "
                                                  "leaves the backbone frozen. All tasks train the same pool, so "
                                                  "earlier tasks may be forgotten."),
            .settings = promptSettings(),
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<Prompts>(settings);
            }};
}

}  // namespace atlas::engine
