#pragma once

#include "core/observer.h"
#include "core/settings.h"
#include "engine/api/engine.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace atlas::engine {

/// The settings of the labels that a run learns from, as they describe themselves: a share of them, and faults that
/// experiments plant on purpose.
std::vector<SettingSpec> fieldConditionSettings();

/// The same, read once.
struct FieldConditions {
    double trainShare = 1;      ///< of the training and validation samples; 1 = all
    double noiseShare = 0;      ///< of the training and validation labels that become wrong ones
    double imbalanceRatio = 1;  ///< largest to smallest training class; 1 = as they are

    explicit FieldConditions(const Settings &settings);
    bool none() const { return trainShare >= 1 && noiseShare <= 0 && imbalanceRatio <= 1; }
};

/// The request with its tasks' training and validation samples under the conditions that its settings name; nullopt
/// when they name none. Everything is drawn from the run's seed, per task and split, so a resumed run learns from the
/// same samples. Test samples are never touched. In this order, as data come about: classes are thinned, a share of
/// what is left gets labelled, some labels are wrong. What was done is told to the observer.
/// Errors: Usage (strategy, setting).
std::optional<TrainRequest> underFieldConditions(const TrainRequest &request, Observer &observer);

/// Positions of a share of samples, ascending: of each stratum its share, rounded, but one sample at least, and so many
/// that each class that has samples keeps one. A smaller share of the same samples is a subset of a larger one.
/// Shapes: classes[sample] = places of its classes; its stratum is the rarest of them.
std::vector<std::size_t> drawShare(const std::vector<std::vector<std::size_t>> &classes, double share,
                                   std::uint64_t seed);

/// Positions of the samples that are left, ascending, when classes are thinned to an exponential profile: the class of
/// rank i of C (most samples first, equals by the seed) keeps n_0 ratio^(-i / (C - 1)) samples, one at least and no
/// more than it has.
/// Shapes: classes[sample] = place of its class.  Source of the profile: Cui et al. 2019.
std::vector<std::size_t> drawThinned(const std::vector<std::size_t> &classes, double ratio, std::uint64_t seed);

/// Replaces the heaviest label of round(share n) samples by another class, all others alike likely; of a choice task by
/// another of the sample's own choices. Samples without a label, or with all of them, stay.  -> how many were replaced.
std::int64_t plantLabelNoise(const Task &task, std::vector<Sample> &samples, double share, std::uint64_t seed);

}  // namespace atlas::engine
