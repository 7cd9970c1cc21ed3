#include "widgets/charts/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas::widgets::format {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// -0.0 and what rounds to it read as 0.0: "-0.0 points" would say that something was lost.
double withoutNegativeZero(double value, double half)
{
    return std::abs(value) < half ? 0.0 : value;
}

}  // namespace

QString percentNumber(double share)
{
    return std::isfinite(share) ? withMinus(QLocale().toString(withoutNegativeZero(100 * share, 0.05), 'f', 1))
                                : Tr::tr("n/a");
}

QString percent(double share)
{
    return std::isfinite(share) ? Tr::tr("%1\u00a0%").arg(percentNumber(share)) : Tr::tr("not defined");
}

QString percent(std::optional<double> share)
{
    return share ? percent(*share) : Tr::tr("not defined");
}

QString points(double difference)
{
    const double value = withoutNegativeZero(100 * difference, 0.05);
    const QString sign = value > 0 ? QStringLiteral("+") : QString();
    return Tr::tr("%1 points").arg(sign + withMinus(QLocale().toString(value, 'f', 1)));
}

QString unsignedPoints(double difference)
{
    return Tr::tr("%1 points").arg(QLocale().toString(std::abs(100 * difference), 'f', 1));
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0) {
        return Tr::tr("unknown");
    }
    if (seconds < 9.95) {
        return Tr::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    }
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) {
        return Tr::tr("%1 s").arg(whole);
    }
    if (whole < 3600) {
        return whole % 60 == 0 ? Tr::tr("%1 min").arg(whole / 60)
                               : Tr::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    const qint64 minutes = (whole + 30) / 60;
    return Tr::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString bytes(double size)
{
    if (size < 1000) {
        return Tr::tr("%1 bytes").arg(QLocale().toString(size, 'f', 0));
    }
    static constexpr std::array<const char *, 4> kUnits{"kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    double value = size / 1000;
    // 0.6 MB reads better than 600 kB beside other sizes in MB.
    while (value >= 100 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return Tr::tr("%1 %2").arg(QLocale().toString(value, 'f', value < 0.1 ? 2 : 1), QString::fromLatin1(kUnits[unit]));
}

QString count(qint64 number)
{
    return withMinus(QLocale().toString(number));
}

QString number(double value, int digits)
{
    if (!std::isfinite(value)) {
        return std::isnan(value) ? Tr::tr("n/a") : value > 0 ? QStringLiteral("∞") : QStringLiteral("\u2212∞");
    }
    return withMinus(QLocale().toString(value, 'g', digits));
}

QString withMinus(QString number)
{
    return number.replace(QLatin1Char('-'), QChar(0x2212));
}

QString unbroken(QString words)
{
    return words.replace(QLatin1String(" = "), QStringLiteral("\u00a0=\u00a0"));
}

QString dateTime(qint64 microseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / 1000), QLocale::ShortFormat);
}

}  // namespace atlas::widgets::format
