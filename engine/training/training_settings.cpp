#include "engine/training/training_settings.h"

#include "core/translatable.h"

#include <algorithm>

namespace atlas::engine {

namespace {

std::vector<SettingSpec> optimiserSettings()
{
    return {
        {.key = "epochs",
         .title = QT_TRANSLATE_NOOP("Setting", "Epochs"),
         .type = SettingType::Integer,
         .defaultValue = "20",
         .minimum = 1,
         .maximum = 1000,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How often each stage sees all training samples at most."),
         .choices = {},
         .advanced = false},
        {.key = "learning_rate",
         .title = QT_TRANSLATE_NOOP("Setting", "Learning rate"),
         .type = SettingType::Real,
         .defaultValue = "0.0005",
         .minimum = 0,
         .maximum = 1,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How far one step changes the weights; too large never settles, too "
                                              "small never arrives."),
         .choices = {},
         .advanced = false},
        {.key = "patience",
         .title = QT_TRANSLATE_NOOP("Setting", "Patience"),
         .type = SettingType::Integer,
         .defaultValue = "4",
         .minimum = 0,
         .maximum = 1000,
         .unit = QT_TRANSLATE_NOOP("Setting", "epochs"),
         .help = QT_TRANSLATE_NOOP("Setting", "A stage ends after this many epochs without a better validation score; "
                                              "0 lets it run to the end. The best weights are kept either way."),
         .choices = {},
         .advanced = false},
        {.key = "batch",
         .title = QT_TRANSLATE_NOOP("Setting", "Batch size"),
         .type = SettingType::Integer,
         .defaultValue = "128",
         .minimum = 1,
         .maximum = 65536,
         .unit = QT_TRANSLATE_NOOP("Setting", "samples"),
         .help = QT_TRANSLATE_NOOP("Setting", "Samples that one step learns from at most; small tasks take fewer, see "
                                              "\"Steps per epoch\"."),
         .choices = {},
         .advanced = false},
        {.key = "min_steps",
         .title = QT_TRANSLATE_NOOP("Setting", "Steps per epoch"),
         .type = SettingType::Integer,
         .defaultValue = "25",
         .minimum = 1,
         .maximum = 10000,
         .unit = QT_TRANSLATE_NOOP("Setting", "steps"),
         .help = QT_TRANSLATE_NOOP("Setting", "The batch shrinks (to 8 samples at least) until an epoch has this many "
                                              "steps, so that small tasks learn too; 1 keeps the batch as it is."),
         .choices = {},
         .advanced = true},
        {.key = "micro_batch",
         .title = QT_TRANSLATE_NOOP("Setting", "Micro-batch"),
         .type = SettingType::Integer,
         .defaultValue = "0",
         .minimum = 0,
         .maximum = 4096,
         .unit = QT_TRANSLATE_NOOP("Setting", "inputs"),
         .help = QT_TRANSLATE_NOOP("Setting", "Inputs computed at once inside a batch; 0 chooses as many as fit the "
                                              "processor's cache. It changes speed and memory, not what is learned."),
         .choices = {},
         .advanced = true},
        {.key = "warmup",
         .title = QT_TRANSLATE_NOOP("Setting", "Warm-up"),
         .type = SettingType::Real,
         .defaultValue = "0.1",
         .minimum = 0,
         .maximum = 1,
         .unit = QT_TRANSLATE_NOOP("Setting", "of all steps"),
         .help = QT_TRANSLATE_NOOP("Setting", "Share of the steps in which the learning rate rises from 0; then it "
                                              "falls back to 0 evenly."),
         .choices = {},
         .advanced = true},
        {.key = "weight_decay",
         .title = QT_TRANSLATE_NOOP("Setting", "Weight decay"),
         .type = SettingType::Real,
         .defaultValue = "0.01",
         .minimum = 0,
         .maximum = 1,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How strongly weights are drawn towards 0; biases and normalisations "
                                              "are left alone."),
         .choices = {},
         .advanced = true},
        {.key = "beta1",
         .title = QT_TRANSLATE_NOOP("Setting", "AdamW beta 1"),
         .type = SettingType::Real,
         .defaultValue = "0.9",
         .minimum = 0,
         .maximum = 0.999999,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How long the optimiser remembers the direction of past steps."),
         .choices = {},
         .advanced = true},
        {.key = "beta2",
         .title = QT_TRANSLATE_NOOP("Setting", "AdamW beta 2"),
         .type = SettingType::Real,
         .defaultValue = "0.98",
         .minimum = 0,
         .maximum = 0.999999,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How long the optimiser remembers the size of past steps."),
         .choices = {},
         .advanced = true},
        {.key = "epsilon",
         .title = QT_TRANSLATE_NOOP("Setting", "AdamW epsilon"),
         .type = SettingType::Real,
         .defaultValue = "1e-8",
         .minimum = 1e-12,
         .maximum = 0.1,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "Keeps the optimiser from dividing by nearly nothing."),
         .choices = {},
         .advanced = true},
        {.key = "validation_samples",
         .title = QT_TRANSLATE_NOOP("Setting", "Validation samples"),
         .type = SettingType::Integer,
         .defaultValue = "500",
         .minimum = 0,
         .maximum = 10000000,
         .unit = QT_TRANSLATE_NOOP("Setting", "samples"),
         .help =
             QT_TRANSLATE_NOOP("Setting", "Samples that pick the best epoch at most; 0 takes all there are. A limit on "
                                          "training samples also limits these."),
         .choices = {},
         .advanced = true},
        {.key = "cache_mb",
         .title = QT_TRANSLATE_NOOP("Setting", "Memory for prepared data"),
         .type = SettingType::Integer,
         .defaultValue = "2048",
         .minimum = 0,
         .maximum = 1048576,
         .unit = QT_TRANSLATE_NOOP("Setting", "MiB"),
         .help = QT_TRANSLATE_NOOP("Setting", "Decoded pictures and texts kept in memory; what does not fit is read "
                                              "anew each epoch."),
         .choices = {},
         .advanced = true},
        {.key = "feature_cache_mb",
         .title = QT_TRANSLATE_NOOP("Setting", "Disk for embedded data"),
         .type = SettingType::Integer,
         .defaultValue = "8192",
         .minimum = 0,
         .maximum = 16777216,
         .unit = QT_TRANSLATE_NOOP("Setting", "MiB"),
         .help = QT_TRANSLATE_NOOP("Setting", "What the backbone's frozen networks make of pictures and texts is kept "
                                              "in the project's cache up to this size; the oldest goes first."),
         .choices = {},
         .advanced = true},
        {.key = "checkpoint_seconds",
         .title = QT_TRANSLATE_NOOP("Setting", "Checkpoint interval"),
         .type = SettingType::Integer,
         .defaultValue = "60",
         .minimum = 0,
         .maximum = 86400,
         .unit = QT_TRANSLATE_NOOP("Setting", "seconds"),
         .help = QT_TRANSLATE_NOOP("Setting", "Work that a crash can cost at most; a checkpoint is also written after "
                                              "every epoch. 0 writes one after every step."),
         .choices = {},
         .advanced = true},
    };
}

}  // namespace

std::vector<SettingSpec> commonSettings()
{
    std::vector<SettingSpec> settings = optimiserSettings();
    for (const std::vector<SettingSpec> &more : {lossSettings(), fieldConditionSettings()}) {
        settings.insert(settings.end(), more.begin(), more.end());
    }
    return settings;
}

TrainingSettings::TrainingSettings(const Settings &settings)
    : epochs(settings.integer("epochs")), patience(settings.integer("patience")), batch(settings.integer("batch")),
      minSteps(settings.integer("min_steps")), microBatch(settings.integer("micro_batch")),
      learningRate(settings.real("learning_rate")), warmup(settings.real("warmup")),
      weightDecay(settings.real("weight_decay")), beta1(settings.real("beta1")), beta2(settings.real("beta2")),
      epsilon(settings.real("epsilon")), validationSamples(settings.integer("validation_samples")),
      cacheBytes(settings.integer("cache_mb") << 20), featureCacheBytes(settings.integer("feature_cache_mb") << 20),
      checkpointSeconds(settings.integer("checkpoint_seconds")), loss(settings), conditions(settings)
{
}

std::int64_t effectiveBatch(const TrainingSettings &settings, std::int64_t samples)
{
    const std::int64_t wanted = (samples + settings.minSteps - 1) / settings.minSteps;
    return std::clamp(wanted, std::min<std::int64_t>(8, settings.batch), settings.batch);
}

}  // namespace atlas::engine
