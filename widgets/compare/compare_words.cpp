#include "widgets/compare/compare_words.h"

#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/results/measure_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)
};

bool isShare(MeasureUnit unit)
{
    return unit == MeasureUnit::Share || unit == MeasureUnit::Points;
}

/// Differences of shares under it are shown as none.
double leastShown(MeasureUnit unit)
{
    return isShare(unit) ? kNoticeable : 0;
}

/// A difference without its sign, in words: of two shares in points.
QString amount(MeasureUnit unit, double difference)
{
    return isShare(unit) ? format::unsignedPoints(difference) : measureValue(unit, std::abs(difference));
}

QString intervalText(const Interval &interval)
{
    const auto number = [](double share) { return format::withMinus(QLocale().toString(100 * share, 'f', 1)); };
    return Tr::tr("%1 to %2").arg(number(interval.low), number(interval.high));
}

QString withSign(double difference, const QString &digits)
{
    return (difference > 0 ? QStringLiteral("+") : format::withMinus(QStringLiteral("-"))) + digits;
}

bool isNone(const PairedDifference &difference)
{
    return difference.difference == 0 && difference.onlyFirst == 0 && difference.onlySecond == 0;
}

}  // namespace

int deltaSign(MeasureUnit unit, Better better, double difference)
{
    if (std::abs(difference) <= leastShown(unit) || better == Better::Neither) {
        return 0;
    }
    return (difference > 0) == (better == Better::Higher) ? 1 : -1;
}

QString deltaText(MeasureUnit unit, Better better, double difference)
{
    if (std::abs(difference) <= leastShown(unit)) {
        return Tr::tr("same");
    }
    const QString digits =
        isShare(unit) ? QLocale().toString(std::abs(100 * difference), 'f', 1) : amount(unit, difference);
    const QString text = withSign(difference, digits);
    switch (deltaSign(unit, better, difference)) {
    case 1: return Tr::tr("%1 ▲", "a difference that is better").arg(text);
    case -1: return Tr::tr("%1 ▼", "a difference that is worse").arg(text);
    default: return text;
    }
}

QString deltaSentence(MeasureUnit unit, Better better, double difference)
{
    if (std::abs(difference) <= leastShown(unit)) {
        return Tr::tr("The same as the baseline.");
    }
    const QString by = amount(unit, difference);
    switch (deltaSign(unit, better, difference)) {
    case 1: return Tr::tr("Better than the baseline by %1.").arg(by);
    case -1: return Tr::tr("Worse than the baseline by %1.").arg(by);
    default: return Tr::tr("Differs from the baseline by %1.").arg(by);
    }
}

QString spreadText(MeasureUnit unit, double mean, std::optional<double> sd, qint64 n)
{
    if (!sd) {
        return Tr::tr("%1 (n = %2)").arg(measureValue(unit, mean), format::count(n));
    }
    const QString spread = isShare(unit) ? QLocale().toString(100 * *sd, 'f', 1) : measureValue(unit, *sd);
    return Tr::tr("%1 ± %2 (n = %3)").arg(measureValue(unit, mean), spread, format::count(n));
}

QString differenceSentence(const PairedDifference &difference)
{
    if (isNone(difference)) {
        return Tr::tr("No difference on any test sample.");
    }
    const QString by = format::unsignedPoints(difference.difference);
    const QString interval = difference.interval ? intervalText(*difference.interval) : QString();
    if (std::abs(difference.difference) < kNoticeable) {
        return interval.isEmpty() ? Tr::tr("No difference on average.")
                                  : Tr::tr("No difference on average (95 % interval %1 points).").arg(interval);
    }
    const bool better = difference.difference > 0;
    if (interval.isEmpty()) {
        return better ? Tr::tr("Better by %1; too few samples to say whether this is chance.").arg(by)
                      : Tr::tr("Worse by %1; too few samples to say whether this is chance.").arg(by);
    }
    if (difference.significant()) {
        return better ? Tr::tr("Better by %1 (95 % interval %2 points).").arg(by, interval)
                      : Tr::tr("Worse by %1 (95 % interval %2 points).").arg(by, interval);
    }
    return better ? Tr::tr("Better by %1, which could be chance (95 % interval %2 points).").arg(by, interval)
                  : Tr::tr("Worse by %1, which could be chance (95 % interval %2 points).").arg(by, interval);
}

QString differenceSentence(const GroupDifference &difference)
{
    if (difference.tasks.empty()) {
        return Tr::tr("There is no task that both have answered.");
    }
    const QString average = differenceSentence(difference.average);
    if (difference.seeds && difference.average.significant() && !difference.significant()) {
        return Tr::tr("%1 From seed to seed it varies so much that it could be chance (%n seeds).", nullptr,
                      int(difference.seeds->n))
            .arg(average);
    }
    return average;
}

QString differenceCell(const PairedDifference &difference)
{
    if (isNone(difference)) {
        return Tr::tr("none");
    }
    const QString by =
        withSign(difference.difference, QLocale().toString(std::abs(100 * difference.difference), 'f', 1));
    if (!difference.interval) {
        return by;
    }
    const QString interval = intervalText(*difference.interval);
    return difference.significant() ? Tr::tr("%1 (%2)").arg(by, interval)
                                    : Tr::tr("%1 (%2), could be chance").arg(by, interval);
}

}  // namespace atlas::widgets
