#include "core/translatable.h"
#include "engine/training/field_conditions.h"

namespace atlas::engine {

std::vector<SettingSpec> fieldConditionSettings()
{
    return {
        {.key = "train_share",
         .title = QT_TRANSLATE_NOOP("Setting", "Share of labels"),
         .type = SettingType::Real,
         .defaultValue = "1",
         .minimum = 0.0001,
         .maximum = 1,
         .unit = QT_TRANSLATE_NOOP("Setting", "of the samples"),
         .help =
             QT_TRANSLATE_NOOP("Setting", "Share of each task's training and validation samples that a run may use, "
                                          "drawn by the seed, each class in proportion and with one sample at "
                                          "least; test is always whole. For asking how many labels are enough."),
         .choices = {},
         .advanced = true},
        {.key = "noise_share",
         .title = QT_TRANSLATE_NOOP("Setting", "Experiment: wrong labels"),
         .type = SettingType::Real,
         .defaultValue = "0",
         .minimum = 0,
         .maximum = 0.9,
         .unit = QT_TRANSLATE_NOOP("Setting", "of the samples"),
         .help =
             QT_TRANSLATE_NOOP("Setting", "Share of the training and validation labels that are replaced by a wrong "
                                          "class at random, as field data may have them; test stays clean. Only "
                                          "for comparing methods: leave it 0 in daily work."),
         .choices = {},
         .advanced = true},
        {.key = "imbalance_ratio",
         .title = QT_TRANSLATE_NOOP("Setting", "Experiment: uneven classes"),
         .type = SettingType::Real,
         .defaultValue = "1",
         .minimum = 1,
         .maximum = 10000,
         .unit = QT_TRANSLATE_NOOP("Setting", "times"),
         .help = QT_TRANSLATE_NOOP("Setting", "Leaves out training samples until the largest class has this many times "
                                              "the samples of the smallest; validation and test stay as they are. Only "
                                              "for comparing methods: leave it 1 in daily work."),
         .choices = {},
         .advanced = true},
    };
}

FieldConditions::FieldConditions(const Settings &settings)
    : trainShare(settings.real("train_share")), noiseShare(settings.real("noise_share")),
      imbalanceRatio(settings.real("imbalance_ratio"))
{
}

}  // namespace atlas::engine
