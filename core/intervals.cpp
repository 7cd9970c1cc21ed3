#include "core/intervals.h"

#include "core/translatable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace atlas {
namespace {

const char *const kOverSamples = QT_TRANSLATE_NOOP("Interval", "bootstrap over test samples, 95 %");
const char *const kOverSeeds = QT_TRANSLATE_NOOP("Interval", "t interval over seeds, 95 %");

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::uint32_t Resampler::below(std::uint64_t n)
{
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    z ^= z >> 31U;
    // Scaling 32 bits is off by less than n / 2^32 per place: nothing beside what resampling itself varies.
    return static_cast<std::uint32_t>(((z >> 32U) * n) >> 32U);
}

double quantileOfSorted(std::span<const double> sorted, double q)
{
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::optional<Interval> percentileInterval(std::vector<double> resampled, std::int64_t n)
{
    if (resampled.size() < 2) {
        return std::nullopt;
    }
    std::ranges::sort(resampled);
    return Interval{quantileOfSorted(resampled, 0.025), quantileOfSorted(resampled, 0.975), n, kOverSamples};
}

std::optional<Interval> bootstrapMean(std::span<const double> scores, const BootstrapOptions &options)
{
    if (scores.size() < 2) {
        return std::nullopt;
    }
    Resampler resampler(options.seed);
    std::vector<double> means;
    means.reserve(static_cast<std::size_t>(options.resamples));
    for (int i = 0; i < options.resamples; ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < scores.size(); ++k) {
            sum += scores[resampler.below(scores.size())];
        }
        means.push_back(sum / static_cast<double>(scores.size()));
    }
    return percentileInterval(std::move(means), static_cast<std::int64_t>(scores.size()));
}

std::optional<Interval> seedInterval(std::span<const double> values)
{
    if (values.size() < 2) {
        return std::nullopt;
    }
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    const auto n = static_cast<std::int64_t>(values.size());
    const double half =
        studentQuantile(n - 1) * std::sqrt(squares / static_cast<double>(n - 1) / static_cast<double>(n));
    return Interval{mean - half, mean + half, n, kOverSeeds};
}

double studentQuantile(std::int64_t degreesOfFreedom)
{
    static constexpr std::array kTable{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
                                       2.2010,  2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860};
    if (degreesOfFreedom <= static_cast<std::int64_t>(kTable.size())) {
        return kTable[static_cast<std::size_t>(degreesOfFreedom - 1)];
    }
    // Cornish-Fisher around the normal quantile (Abramowitz & Stegun 26.7.5).
    constexpr double z = 1.959964;
    const auto df = static_cast<double>(degreesOfFreedom);
    return z + (std::pow(z, 3) + z) / (4 * df) + (5 * std::pow(z, 5) + 16 * std::pow(z, 3) + 3 * z) / (96 * df * df);
}

}  // namespace atlas
