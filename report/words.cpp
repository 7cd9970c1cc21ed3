#include "report/words.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace atlas::report::words {

namespace format = widgets::format;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString inUnit(const TargetKind &kind, double value, const std::string &currency)
{
    const QString amount = widgets::targetAmount(kind, value);
    return kind.money && !currency.empty() ? Tr::tr("%1 %2").arg(amount, text(currency)) : amount;
}

QString measuredValue(const TargetKind &kind, double value, const std::string &currency)
{
    return kind.unit == MeasureUnit::Points && !kind.money ? format::points(value) : inUnit(kind, value, currency);
}

}  // namespace

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString translated(const char *context, const std::string &english)
{
    return english.empty() ? QString() : QCoreApplication::translate(context, english.c_str());
}

QString interval(const std::optional<Interval> &of)
{
    return of ? Tr::tr("%1 to %2").arg(format::points(of->low), format::points(of->high)) : QString();
}

QString change(const PairedDifference &difference)
{
    const QString value = format::points(difference.difference);
    return difference.interval ? Tr::tr("%1 (%2)").arg(value, interval(difference.interval)) : value;
}

QString chance(const PairedDifference &difference)
{
    if (difference.difference == 0 && difference.onlyFirst == 0 && difference.onlySecond == 0) {
        return Tr::tr("no difference");
    }
    return difference.significant() ? Tr::tr("chance does not explain it") : Tr::tr("could be chance");
}

QString asked(const Target &target, const std::string &currency)
{
    const TargetKind &kind = targetKind(target.kind);
    const QString title = widgets::targetTitle(kind);
    const QString value = inUnit(kind, target.asked, currency);
    return kind.perTask ? Tr::tr("%1: %2 %3").arg(text(target.task), title, value) : Tr::tr("%1: %2").arg(title, value);
}

QString measured(const Check &check, const std::string &currency)
{
    const TargetKind &kind = targetKind(check.target.kind);
    if (!check.measured.value) {
        return Tr::tr("no figure: %1").arg(widgets::lackWords(check.measured.lack));
    }
    QString words = measuredValue(kind, *check.measured.value, currency);
    if (check.measured.interval) {
        words = Tr::tr("%1 (%2 to %3)")
                    .arg(words, measuredValue(kind, check.measured.interval->low, currency),
                         measuredValue(kind, check.measured.interval->high, currency));
    }
    if (!check.measured.task.empty() && check.target.task.empty()) {
        words = Tr::tr("%1 on %2").arg(words, text(check.measured.task));
    }
    return check.measured.n > 0 ? Tr::tr("%1, n = %2").arg(words, format::count(check.measured.n)) : words;
}

QString roiAmount(RoiUnit unit, double value, const std::string &currency)
{
    constexpr double kWhole = 1e-9;
    constexpr double kLarge = 1000;  // of which hundredths say nothing
    const bool whole = std::abs(value - std::round(value)) < kWhole || std::abs(value) >= kLarge;
    const QString number = QLocale().toString(value, 'f', whole ? 0 : 2);
    const QString money = currency.empty() ? number : Tr::tr("%1 %2").arg(number, text(currency));
    switch (unit) {
    case RoiUnit::Count: return number;
    case RoiUnit::CountPerMonth: return Tr::tr("%1 a month").arg(number);
    case RoiUnit::Share:
    case RoiUnit::Ratio: return format::percent(value);
    case RoiUnit::Minutes: return Tr::tr("%1 min").arg(number);
    case RoiUnit::Hours: return Tr::tr("%1 h").arg(number);
    case RoiUnit::Months: return Tr::tr("%1 months").arg(number);
    case RoiUnit::Gigabytes: return Tr::tr("%1 GB").arg(number);
    case RoiUnit::Money: return money;
    case RoiUnit::MoneyPerMonth: return Tr::tr("%1 a month").arg(money);
    case RoiUnit::MoneyPerHour: return Tr::tr("%1 an hour").arg(money);
    case RoiUnit::MoneyEach: return Tr::tr("%1 each").arg(money);
    case RoiUnit::MoneyPerGigabyteMonth: return Tr::tr("%1 a GB and month").arg(money);
    }
    return number;
}

}  // namespace atlas::report::words
