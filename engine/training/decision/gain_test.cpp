#include "engine/training/decision/gain_test.h"

#include "core/paired.h"
#include "core/translatable.h"

namespace atlas::engine {
namespace {

constexpr double kSignificance = 0.05;

}  // namespace

GainTest testGain(std::span<const double> before, std::span<const double> after, double delta)
{
    const MeanDifference gain = meanDifference(before, after);
    GainTest result;
    result.n = gain.n;
    result.gain = gain.mean;
    result.se = gain.se;
    std::int64_t worse = 0;
    std::int64_t better = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        worse += after[i] < before[i] ? 1 : 0;
        better += after[i] > before[i] ? 1 : 0;
    }

    bool expand = gain.lower() > delta;
    bool reuse = gain.upper() < delta;
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
