#pragma once

#include "core/intervals.h"
#include "core/run_record.h"

namespace atlas {

/// How two runs differ on the same samples.
struct PairedDifference {
    double difference = 0;             ///< mean of second - first
    std::optional<Interval> interval;  ///< bootstrap over the pairs; not defined for fewer than two
    std::int64_t n = 0;                ///< samples both answered
    std::int64_t onlyFirst = 0;        ///< samples on which the first scored more
    std::int64_t onlySecond = 0;
    std::optional<double> p;  ///< exact McNemar, where every score is right or wrong
    std::string statistic;    ///< which of the two decides, English, translatable in context "Interval"

    /// Whether chance is a poor explanation: p < 0.05 under kExactBelow samples, else an interval without 0.
    bool significant() const;
};

inline constexpr std::int64_t kExactBelow = 200;  ///< samples under which the exact test decides

/// Requires: as many first as second, in the same order of samples. Differences are taken before anything is averaged.
PairedDifference pairedDifference(std::span<const double> first, std::span<const double> second,
                                  const BootstrapOptions &options = {});

/// The same over the samples that stand in both, whatever their order.
PairedDifference pairedDifference(std::span<const Prediction> first, std::span<const Prediction> second,
                                  const BootstrapOptions &options = {});

/// Mean of second - first over the same samples, with its standard error.
/// Formula: sd / sqrt(n), sd with n - 1; 0 for a single sample.
struct MeanDifference {
    double mean = 0;
    double se = 0;
    std::int64_t n = 0;

    /// Bounds of the mean, one-sided, 95 %.
    double upper() const { return mean + kOneSided95 * se; }
    double lower() const { return mean - kOneSided95 * se; }

    static constexpr double kOneSided95 = 1.645;
};

/// Requires: as many first as second, at least one.
MeanDifference meanDifference(std::span<const double> first, std::span<const double> second);

/// Every score is 0 or 1.
bool rightOrWrong(std::span<const double> scores);

/// min(1, 2 sum_{k <= min(b, c)} C(b + c, k) / 2^(b + c)): the two-sided exact test of b = c; 1 when both are 0.
/// Source: McNemar 1947, exact form.
double mcnemarExact(std::int64_t onlyFirst, std::int64_t onlySecond);

}  // namespace atlas
