#include "core/paired.h"

#include "core/translatable.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace atlas {
namespace {

constexpr double kSignificance = 0.05;
const char *const kExact = QT_TRANSLATE_NOOP("Interval", "exact McNemar test over pairs of answers");
const char *const kBootstrap = QT_TRANSLATE_NOOP("Interval", "paired bootstrap over test samples, 95 %");

}  // namespace

MeanDifference meanDifference(std::span<const double> first, std::span<const double> second)
{
    const auto n = static_cast<double>(first.size());
    MeanDifference result;
    result.n = static_cast<std::int64_t>(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        result.mean += second[i] - first[i];
    }
    result.mean /= n;
    double squares = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double deviation = second[i] - first[i] - result.mean;
        squares += deviation * deviation;
    }
    result.se = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0;
    return result;
}

bool rightOrWrong(std::span<const double> scores)
{
    return std::ranges::all_of(scores, [](double score) { return score == 0 || score == 1; });
}

bool PairedDifference::significant() const
{
    if (p && n < kExactBelow) {
        return *p < kSignificance;
    }
    return interval && (interval->low > 0 || interval->high < 0);
}

PairedDifference pairedDifference(std::span<const double> first, std::span<const double> second,
                                  const BootstrapOptions &options)
{
    PairedDifference result;
    result.n = static_cast<std::int64_t>(first.size());
    std::vector<double> differences(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        differences[i] = second[i] - first[i];
        result.onlyFirst += differences[i] < 0 ? 1 : 0;
        result.onlySecond += differences[i] > 0 ? 1 : 0;
    }
    if (!differences.empty()) {
        result.difference =
            std::accumulate(differences.begin(), differences.end(), 0.0) / static_cast<double>(differences.size());
        if (rightOrWrong(first) && rightOrWrong(second)) {
            result.p = mcnemarExact(result.onlyFirst, result.onlySecond);
        }
    }
    result.interval = bootstrapMean(differences, options);
    if (result.interval) {
        result.interval->statistic = kBootstrap;
    }
    result.statistic = result.p && result.n < kExactBelow ? kExact : kBootstrap;
    return result;
}

PairedDifference pairedDifference(std::span<const Prediction> first, std::span<const Prediction> second,
                                  const BootstrapOptions &options)
{
    std::unordered_map<std::int64_t, double> scores;
    for (const Prediction &prediction : first) {
        scores[prediction.sampleId] = prediction.score;
    }
    std::vector<double> before;
    std::vector<double> after;
    for (const Prediction &prediction : second) {
        if (const auto found = scores.find(prediction.sampleId); found != scores.end()) {
            before.push_back(found->second);
            after.push_back(prediction.score);
        }
    }
    return pairedDifference(before, after, options);
}

double mcnemarExact(std::int64_t onlyFirst, std::int64_t onlySecond)
{
    const auto n = static_cast<double>(onlyFirst + onlySecond);
    const std::int64_t least = std::min(onlyFirst, onlySecond);
    // In logarithms: C(n, k) of a few thousand pairs is no double.
    double tail = 0;
    for (std::int64_t k = 0; k <= least; ++k) {
        const auto place = static_cast<double>(k);
        tail += std::exp(std::lgamma(n + 1) - std::lgamma(place + 1) - std::lgamma(n - place + 1) - n * std::log(2.0));
    }
    return std::min(1.0, 2 * tail);
}

}  // namespace atlas
