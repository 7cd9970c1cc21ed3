#include "engine/training/decision/gain_test.h"

#include "core/paired.h"
#include "core/translatable.h"

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

constexpr double kOneSided95 = 1.645;
constexpr double kSignificance = 0.05;

bool rightOrWrong(std::span<const double> scores)
{
    return std::ranges::all_of(scores, [](double score) { return score == 0 || score == 1; });
}

}  // namespace

GainTest testGain(std::span<const double> before, std::span<const double> after, double delta)
{
    GainTest result;
    result.n = static_cast<std::int64_t>(after.size());
    const auto n = static_cast<double>(after.size());
    double sum = 0;
    double squares = 0;
    std::int64_t worse = 0;
    std::int64_t better = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const double difference = after[i] - before[i];
        sum += difference;
        squares += difference * difference;
        worse += difference < 0 ? 1 : 0;
        better += difference > 0 ? 1 : 0;
    }
    result.gain = sum / n;
    result.se = n > 1 ? std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1) / n) : 0;

    bool expand = result.gain - kOneSided95 * result.se > delta;
    bool reuse = result.gain + kOneSided95 * result.se < delta;
    result.test = QT_TRANSLATE_NOOP("Decision", "paired differences, one-sided 95 %");
    if (result.n < kExactBelow) {
        result.p = mcnemarExact(worse, better) / 2;
        const bool sure = *result.p < kSignificance;
        expand = sure && better > worse && result.gain > delta;
        reuse = sure && better < worse && result.gain < delta;
        result.test = rightOrWrong(before) && rightOrWrong(after)
                          ? QT_TRANSLATE_NOOP("Decision", "exact McNemar test, one-sided 95 %")
                          : QT_TRANSLATE_NOOP("Decision", "exact sign test, one-sided 95 %");
    }
    result.verdict = expand ? "expand" : reuse ? "reuse" : "undecided";
    return result;
}

}  // namespace atlas::engine
