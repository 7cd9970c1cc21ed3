#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

/// Where a figure may lie, and how that was found. All intervals are of 95 %.
struct Interval {
    double low = 0;
    double high = 0;
    std::int64_t n = 0;     ///< what it stands on: samples, or seeds
    std::string statistic;  ///< English, translatable in context "Interval"
};

struct BootstrapOptions {
    int resamples = 2000;
    std::uint64_t seed = 1;  ///< the same seed gives the same interval on every machine
};

/// Places drawn with replacement: splitmix64, so that a bootstrap does not depend on a standard library.
/// Source: Steele, Lea & Flood 2014.
class Resampler {
public:
    explicit Resampler(std::uint64_t seed) : m_state(seed) {}

    /// A number of 0 .. n-1. Requires: 0 < n < 2^32.
    std::uint32_t below(std::uint64_t n);

private:
    std::uint64_t m_state;
};

/// The share q of sorted values, linear between its neighbours.  Requires: not empty, 0 <= q <= 1.
double quantileOfSorted(std::span<const double> sorted, double q);

/// 2.5 % and 97.5 % of what resampling gave. Not defined for fewer than two values.
std::optional<Interval> percentileInterval(std::vector<double> resampled, std::int64_t n);

/// Percentile bootstrap of a mean over samples. Not defined for fewer than two samples: one says nothing about others.
/// Where all are equal its width is 0, however few they are.  Source: Efron 1979.
std::optional<Interval> bootstrapMean(std::span<const double> scores, const BootstrapOptions &options = {});

/// mean -+ t_{0.975, n-1} sd / sqrt(n), sd with n - 1: the interval for a few seeds, which are too few to resample.
/// Not defined for fewer than two.  Source: Student 1908.
std::optional<Interval> seedInterval(std::span<const double> values);

/// t_{0.975, df}.  Requires: df >= 1.  Error under 1e-3.
double studentQuantile(std::int64_t degreesOfFreedom);

}  // namespace atlas
