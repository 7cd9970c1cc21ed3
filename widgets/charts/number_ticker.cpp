#include "widgets/charts/number_ticker.h"

#include "widgets/charts/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace atlas::widgets {

namespace {

/// Digits times every `powers`-th power of ten inside the range.
QVector<double> logTicks(const QCPRange &range, std::span<const int> digits, int powers)
{
    QVector<double> ticks;
    const int last = int(std::floor(std::log10(range.upper)));
    int power = int(std::floor(std::log10(range.lower)));
    power -= ((power % powers) + powers) % powers;
    for (; power <= last; power += powers) {
        for (const int digit : digits) {
            const double tick = digit * std::pow(10, power);
            if (range.contains(tick)) {
                ticks << tick;
            }
        }
    }
    return ticks;
}

}  // namespace

double NumberTicker::getTickStep(const QCPRange &range)
{
    double step = QCPAxisTicker::getTickStep(range);
    if (std::floor(range.upper / step) - std::ceil(range.lower / step) < 1) {
        step /= 2;  // one number alone tells no scale
    }
    return range.size() >= 2 * m_leastStep ? std::max(step, m_leastStep) : step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision)
{
    return format::withMinus(QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision));
}

QVector<double> LogTicker::createTickVector(double step, const QCPRange &range)
{
    static constexpr std::array kFine{1, 2, 5};
    static constexpr std::array kCoarse{1};
    QVector<double> ticks = logTicks(range, kFine, 1);
    if (ticks.size() < 2) {
        return QCPAxisTicker::createTickVector(step, range);  // so small a part is nearly linear
    }
    for (int powers = 1; ticks.size() > m_most && ticks.size() > 2; ++powers) {
        ticks = logTicks(range, kCoarse, powers);
    }
    return ticks;
}

}  // namespace atlas::widgets
