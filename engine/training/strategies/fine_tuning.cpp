#include "engine/training/strategies/fine_tuning.h"

#include "core/translatable.h"

namespace atlas::engine {

void FineTuning::markTrainable(const StagePlan &, RunModel &model, TaskModel &task) const
{
    model.tuned.setTrainable(true);
    task.head->setTrainable(true);
}

SettingSpec fineTuningRateSetting()
{
    return {.key = "learning_rate",
            .title = QT_TRANSLATE_NOOP("Setting", "Learning rate"),
            .type = SettingType::Real,
            .defaultValue = "0.0001",
            .minimum = 0,
            .maximum = 1,
            .unit = {},
            .help = QT_TRANSLATE_NOOP("Setting", "How far one step changes the weights. A whole network needs smaller "
                                                 "steps than an adapter, or it loses what it was pretrained for."),
            .choices = {},
            .advanced = false};
}

}  // namespace atlas::engine
