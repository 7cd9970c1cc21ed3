#include "widgets/try/robustness_words.h"

#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RobustnessWords)
};

QString translated(const std::string &text)
{
    return QCoreApplication::translate("Perturbation", text.c_str());
}

}  // namespace

PerturbationInfo perturbationOf(const std::vector<PerturbationInfo> &known, const std::string &name)
{
    const auto found = std::ranges::find(known, name, &PerturbationInfo::name);
    if (found != known.end()) {
        return *found;
    }
    PerturbationInfo info;
    info.name = name;
    info.title = name;
    return info;
}

QString perturbationTitle(const PerturbationInfo &info)
{
    return translated(info.title);
}

QString strengthText(const PerturbationInfo &info, double strength)
{
    const QString number = format::number(strength);
    return info.unit.empty() ? number : Words::tr("%1 %2", "number and unit").arg(number, translated(info.unit));
}

QString robustnessSentence(const PerturbationInfo &info, const RobustnessCurve &curve)
{
    const QString title = perturbationTitle(info);
    const double holds = holdsUpTo(curve);
    const auto next = std::ranges::find_if(curve.points, [&](const RobustnessPoint &p) { return p.strength > holds; });
    if (next == curve.points.end()) {
        return Words::tr("%1: answers hold at every strength, up to %2").arg(title, strengthText(info, holds));
    }
    const QString fallen = format::percent(next->score);
    if (holds <= 0) {
        return Words::tr("%1: answers fall at once, to %2 at %3")
            .arg(title, fallen, strengthText(info, next->strength));
    }
    return Words::tr("%1: answers hold up to %2, then fall to %3").arg(title, strengthText(info, holds), fallen);
}

QString turnedWords(const PerturbationInfo &info, const TurnedSample &turned)
{
    return Words::tr("Turned first, at %1: was %2 (%3), became %4 (%5).")
        .arg(strengthText(info, turned.strength), QString::fromStdString(turned.before),
             format::percent(turned.confidenceBefore), QString::fromStdString(turned.after),
             format::percent(turned.confidenceAfter));
}

}  // namespace atlas::widgets
