#include "core/translatable.h"
#include "engine/training/objective.h"

namespace atlas::engine {

namespace {

std::vector<std::string> formNames()
{
    std::vector<std::string> names{QT_TRANSLATE_NOOP("Setting", "auto")};
    for (const LossForm &form : lossForms()) {
        names.push_back(form.name);
    }
    return names;
}

}  // namespace

std::vector<SettingSpec> lossSettings()
{
    return {
        {.key = "loss",
         .title = QT_TRANSLATE_NOOP("Setting", "Loss"),
         .type = SettingType::Choice,
         .defaultValue = "auto",
         .unit = {},
         .help =
             QT_TRANSLATE_NOOP("Setting", "What a wrong answer costs. plain: cross entropy; focal: what is answered "
                                          "well already counts less; robust: what stays improbable counts less, "
                                          "for data with wrong labels; auto: plain."),
         .choices = formNames(),
         .advanced = true},
        {.key = "class_weights",
         .title = QT_TRANSLATE_NOOP("Setting", "Class weights"),
         .type = SettingType::Choice,
         .defaultValue = "auto",
         .unit = {},
         .help =
             QT_TRANSLATE_NOOP("Setting", "Whether samples of rare classes count more. auto: where classes are more "
                                          "uneven than the limit below; the log says when."),
         .choices = {QT_TRANSLATE_NOOP("Setting", "auto"), QT_TRANSLATE_NOOP("Setting", "on"),
                     QT_TRANSLATE_NOOP("Setting", "off")},
         .advanced = true},
        {.key = "imbalance_limit",
         .title = QT_TRANSLATE_NOOP("Setting", "Uneven classes from"),
         .type = SettingType::Real,
         .defaultValue = "3",
         .minimum = 1,
         .maximum = 1000000,
         .unit = QT_TRANSLATE_NOOP("Setting", "times"),
         .help =
             QT_TRANSLATE_NOOP("Setting", "Class weights turn on by themselves when the largest class has more than "
                                          "this many times the samples of the smallest."),
         .choices = {},
         .advanced = true},
        {.key = "class_weight_beta",
         .title = QT_TRANSLATE_NOOP("Setting", "Class weight strength"),
         .type = SettingType::Real,
         .defaultValue = "0.999",
         .minimum = 0,
         .maximum = 0.999999,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How strongly rare classes are weighted: 0 leaves all alike, near 1 a "
                                              "class counts in inverse proportion to its samples."),
         .choices = {},
         .advanced = true},
        {.key = "label_smoothing",
         .title = QT_TRANSLATE_NOOP("Setting", "Label smoothing"),
         .type = SettingType::Real,
         .defaultValue = "0.05",
         .minimum = 0,
         .maximum = 0.9,
         .unit = {},
         .help =
             QT_TRANSLATE_NOOP("Setting", "Share of a label that is spread over all classes, so that the model does "
                                          "not strive for certainty; for tasks with one label per sample."),
         .choices = {},
         .advanced = true},
        {.key = "label_doubt",
         .title = QT_TRANSLATE_NOOP("Setting", "Doubt in labels"),
         .type = SettingType::Real,
         .defaultValue = "0.6",
         .minimum = 0,
         .maximum = 3,
         .unit = {},
         .help =
             QT_TRANSLATE_NOOP("Setting", "Samples whose label contradicts what all others teach count less: by the "
                                          "probability that a classifier which has not seen them gives their label, "
                                          "to this power. Used where validation finds it better; 0 trusts every "
                                          "label alike."),
         .choices = {},
         .advanced = true},
        {.key = "focal_gamma",
         .title = QT_TRANSLATE_NOOP("Setting", "Focal strength"),
         .type = SettingType::Real,
         .defaultValue = "2",
         .minimum = 0,
         .maximum = 10,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How much less well answered samples count with the focal loss; 0 is the "
                                              "plain loss."),
         .choices = {},
         .advanced = true},
        {.key = "robust_q",
         .title = QT_TRANSLATE_NOOP("Setting", "Robustness"),
         .type = SettingType::Real,
         .defaultValue = "0.7",
         .minimum = 0.01,
         .maximum = 1,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How little samples with improbable labels count with the robust loss: "
                                              "near 0 is the plain loss, 1 the most robust and slowest to learn."),
         .choices = {},
         .advanced = true},
    };
}

LossSettings::LossSettings(const Settings &settings)
    : form(settings.text("loss")), classWeights(settings.text("class_weights")),
      imbalanceLimit(settings.real("imbalance_limit")), classWeightBeta(settings.real("class_weight_beta")),
      labelSmoothing(settings.real("label_smoothing")), focalGamma(settings.real("focal_gamma")),
      robustQ(settings.real("robust_q")), labelDoubt(settings.real("label_doubt"))
{
}

}  // namespace atlas::engine
