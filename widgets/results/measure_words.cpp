#include "widgets/results/measure_words.h"

#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(MeasureWords)
};

QString translated(const char *context, const std::string &text)
{
    return QCoreApplication::translate(context, text.c_str());
}

QString share(double value)
{
    return format::percent(value);
}

QString ofReference(double value)
{
    return format::percent(value / 100);
}

QString ratio(double value)
{
    return format::number(value);
}

QString whole(double value)
{
    return format::count(std::llround(value));
}

QString perSecond(double value)
{
    return Tr::tr("%1 a second").arg(format::number(value));
}

QString milliseconds(double value)
{
    return Tr::tr("%1 ms").arg(format::number(value));
}

}  // namespace

QString measureTitle(const Measure &measure)
{
    return translated(measure.context, measure.title);
}

QString measureValue(MeasureUnit unit, double value)
{
    // In the order of MeasureUnit.
    static constexpr std::array<QString (*)(double), 9> kWords{
        share, format::points, ofReference, ratio, whole, format::bytes, format::duration, perSecond, milliseconds};
    return kWords[std::size_t(unit)](value);
}

QString measureHelp(const Measure &measure, const MeasureResult &result)
{
    QStringList needs;
    for (const Requirement *need : measure.needs) {
        needs << translated("Measure", need->name);
    }
    return QStringLiteral("<p>%1</p><p><code>%2</code></p><p>%3</p>")
        .arg(translated(measure.context, measure.help).toHtmlEscaped(),
             QString::fromStdString(measure.formula).toHtmlEscaped(),
             (result.value ? Tr::tr("Needs %1.").arg(needs.join(Tr::tr(", "))) : reasonWords(result)).toHtmlEscaped());
}

QString measureInterval(MeasureUnit unit, const std::optional<Interval> &interval)
{
    return interval ? Tr::tr("%1 to %2").arg(measureValue(unit, interval->low), measureValue(unit, interval->high))
                    : QString();
}

QString reasonWords(const MeasureResult &result)
{
    return translated("Measure", result.reason);
}

}  // namespace atlas::widgets
