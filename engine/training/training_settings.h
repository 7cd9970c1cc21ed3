#pragma once

#include "core/settings.h"
#include "engine/training/field_conditions.h"
#include "engine/training/objective.h"

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// The settings that every strategy has, as they describe themselves: those here, of the loss (objective.h) and of the
/// labels that a run learns from (field_conditions.h).
std::vector<SettingSpec> commonSettings();

/// The common settings, read once.
struct TrainingSettings {
    std::int64_t epochs = 0;
    std::int64_t patience = 0;    ///< epochs without a better validation score; 0 = never stops early
    std::int64_t batch = 0;       ///< samples per optimiser step at most
    std::int64_t minSteps = 0;    ///< optimiser steps an epoch should have
    std::int64_t microBatch = 0;  ///< inputs per forward pass at most; 0 = by cache size
    double learningRate = 0;
    double warmup = 0;  ///< share of all steps
    double weightDecay = 0;
    double beta1 = 0;
    double beta2 = 0;
    double epsilon = 0;
    std::int64_t validationSamples = 0;  ///< 0 = all
    std::int64_t cacheBytes = 0;
    std::int64_t featureCacheBytes = 0;
    std::int64_t checkpointSeconds = 0;
    LossSettings loss;
    FieldConditions conditions;

    explicit TrainingSettings(const Settings &settings);
};

/// Samples per optimiser step for a task of `samples` training samples.
/// Formula: clamp(ceil(samples / minSteps), min(8, batch), batch).  The published batch of 128 leaves a task of 400
/// samples three steps an epoch, too few for any optimiser to arrive; with `minSteps` = 25 it gets batches of 16,
/// while tasks of 3200 samples and more are trained exactly as published.
std::int64_t effectiveBatch(const TrainingSettings &settings, std::int64_t samples);

}  // namespace atlas::engine
