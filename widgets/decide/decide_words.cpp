#include "widgets/decide/decide_words.h"

#include "widgets/charts/format.h"
#include "widgets/results/measure_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecideWords)
};

QString translated(const char *context, const std::string &text)
{
    return QCoreApplication::translate(context, text.c_str());
}

constexpr double kPercent = 100;
constexpr double kMegabyte = 1e6;
constexpr double kSecondsPerMinute = 60;

/// How many of what is typed make one of what is kept: 0.9 is typed as 90.
double typedFactor(const TargetKind &kind)
{
    if (kind.money) {
        return 1;
    }
    switch (kind.unit) {
    case MeasureUnit::Share:
    case MeasureUnit::Points: return kPercent;
    case MeasureUnit::Bytes: return 1 / kMegabyte;
    case MeasureUnit::Seconds: return 1 / kSecondsPerMinute;
    default: return 1;
    }
}

QString money(double value)
{
    return format::withMinus(QLocale().toString(value, 'f', std::abs(value) < kPercent ? 2 : 0));
}

/// Without decimals where it has none.
QString quantity(double value)
{
    return value == std::floor(value) ? format::withMinus(QLocale().toString(value, 'f', 0)) : money(value);
}

}  // namespace

QString targetTitle(const TargetKind &kind)
{
    return translated("Target", kind.title);
}

QString targetHelp(const TargetKind &kind)
{
    return translated("Target", kind.help);
}

QString targetName(const Target &target)
{
    const QString title = targetTitle(targetKind(target.kind));
    return target.task.empty() ? title
                               : Tr::tr("%1: %2", "task and target").arg(QString::fromStdString(target.task), title);
}

QString targetAmount(const TargetKind &kind, double value)
{
    if (kind.money) {
        return money(value);
    }
    if (kind.unit == MeasureUnit::Points && value >= 0) {
        return format::unsignedPoints(value);
    }
    return measureValue(kind.unit, value);
}

QString typedAmount(const TargetKind &kind, double value)
{
    constexpr int kDigits = 12;
    return QLocale().toString(value * typedFactor(kind), 'g', kDigits);
}

QString typedUnit(const TargetKind &kind)
{
    if (kind.money) {
        return Tr::tr("money");
    }
    switch (kind.unit) {
    case MeasureUnit::Share: return Tr::tr("percent");
    case MeasureUnit::Points: return Tr::tr("points");
    case MeasureUnit::Bytes: return Tr::tr("MB");
    case MeasureUnit::Seconds: return Tr::tr("minutes");
    case MeasureUnit::Milliseconds: return Tr::tr("milliseconds");
    default: return {};
    }
}

std::optional<double> parseAmount(const TargetKind &kind, const QString &text)
{
    QString number = text.trimmed();
    while (!number.isEmpty() && !number.back().isDigit()) {
        number.chop(1);  // a unit after the figure
    }
    bool sound = false;
    const double typed = QLocale().toDouble(number, &sound);
    if (!sound || typed < 0) {
        return std::nullopt;
    }
    const double value = typed / typedFactor(kind);
    const bool share = !kind.money && (kind.unit == MeasureUnit::Share || kind.unit == MeasureUnit::Points);
    return share && value > 1 ? std::nullopt : std::optional(value);
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Go: return Tr::tr("Go");
    case Verdict::NoGo: return Tr::tr("No go");
    case Verdict::Undecided: break;
    }
    return Tr::tr("Undecided");
}

QString verdictSentence(const Ruling &ruling)
{
    const int all = int(ruling.checks.size());
    if (ruling.lack == Lack::NothingAsked) {
        return Tr::tr("Nothing is asked of this model yet. Set targets below, and the verdict stands here.");
    }
    if (ruling.lack != Lack::None) {
        return Tr::tr("No verdict: %1.").arg(lackWords(ruling.lack));
    }
    const auto chance = std::ranges::count_if(ruling.checks, &Check::chance);
    switch (ruling.verdict) {
    case Verdict::Go:
        return chance > 0 ? Tr::tr("All %n target(s) are met; %1 of them so narrowly that chance could explain it.",
                                   nullptr, all)
                                .arg(chance)
                          : Tr::tr("All %n target(s) are met.", nullptr, all);
    case Verdict::NoGo:
        return Tr::tr("%1 of %n target(s) are missed.", nullptr, all).arg(ruling.count(Outcome::Missed));
    case Verdict::Undecided: break;
    }
    return Tr::tr("%1 of %n target(s) cannot be told, and none is missed.", nullptr, all)
        .arg(ruling.count(Outcome::Unknown));
}

theme::Role verdictRole(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Go: return theme::Role::Good;
    case Verdict::NoGo: return theme::Role::Bad;
    case Verdict::Undecided: break;
    }
    return theme::Role::Caution;
}

QString verdictIcon(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Go: return QStringLiteral("check");
    case Verdict::NoGo: return QStringLiteral("window-close");
    case Verdict::Undecided: break;
    }
    return QStringLiteral("data-warning");
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Met: return Tr::tr("met");
    case Outcome::Missed: return Tr::tr("missed");
    case Outcome::Unknown: break;
    }
    return Tr::tr("not known");
}

theme::Role outcomeRole(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Met: return theme::Role::Good;
    case Outcome::Missed: return theme::Role::Bad;
    case Outcome::Unknown: break;
    }
    return theme::Role::Caution;
}

QString outcomeIcon(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Met: return verdictIcon(Verdict::Go);
    case Outcome::Missed: return verdictIcon(Verdict::NoGo);
    case Outcome::Unknown: break;
    }
    return verdictIcon(Verdict::Undecided);
}

QString lackWords(Lack lack)
{
    switch (lack) {
    case Lack::NotFinished: return Tr::tr("the run is not finished");
    case Lack::NothingAsked: return Tr::tr("nothing is asked");
    case Lack::NotInRun: return Tr::tr("the run did not learn this task");
    case Lack::NotMeasured: return Tr::tr("it was not measured");
    case Lack::LearnedTogether: return Tr::tr("tasks that are learned together have no score from before");
    case Lack::NoRate: return Tr::tr("what an hour of the machine costs was not given");
    case Lack::DroppedTask: return Tr::tr("production knows a task that this run did not learn");
    case Lack::None: break;
    }
    return {};
}

QString checkSentence(const Check &check)
{
    const TargetKind &kind = targetKind(check.target.kind);
    const std::string &task = check.target.task.empty() ? check.measured.task : check.target.task;
    const QString name = targetName({kind.name, task});
    const QString asked = targetAmount(kind, check.target.asked);
    return check.measured.value
               ? Tr::tr("%1 %2, measured %3.").arg(name, asked, targetAmount(kind, *check.measured.value))
               : Tr::tr("%1 %2: not known, %3.").arg(name, asked, lackWords(check.measured.lack));
}

QString checkReason(const Check &check)
{
    const TargetKind &kind = targetKind(check.target.kind);
    if (check.outcome == Outcome::Unknown) {
        return lackWords(check.measured.lack);
    }
    const bool share = !kind.money && (kind.unit == MeasureUnit::Share || kind.unit == MeasureUnit::Points);
    const double gap = std::abs(check.shortfall);
    const QString by = share ? format::unsignedPoints(gap) : format::percent(gap);
    QString words = check.outcome == Outcome::Missed ? Tr::tr("missed by %1").arg(by) : Tr::tr("%1 to spare").arg(by);
    if (check.outcome == Outcome::Met && gap < 1e-9) {
        words = Tr::tr("exactly what is asked");
    }
    if (!check.measured.task.empty() && check.target.task.empty()) {
        words = Tr::tr("%1 (%2)").arg(words, QString::fromStdString(check.measured.task));
    }
    return check.chance ? Tr::tr("%1; chance could explain it").arg(words) : words;
}

QString chanceWords(const PairedDifference &difference)
{
    const QString n = format::count(difference.n);
    if (difference.onlyFirst == 0 && difference.onlySecond == 0) {
        return Tr::tr("every answer is the same (n = %1)").arg(n);
    }
    return difference.significant() ? Tr::tr("probably not chance (n = %1)").arg(n)
                                    : Tr::tr("chance could explain it (n = %1)").arg(n);
}

QStringList policyWords(const storage::UpdatePolicy &policy)
{
    QStringList words;
    if (policy.newSamples) {
        words << Tr::tr("Train again after %n new labelled sample(s).", nullptr, int(*policy.newSamples));
    }
    if (policy.ageDays) {
        words << Tr::tr("Train again after %n day(s).", nullptr, int(*policy.ageDays));
    }
    if (policy.below) {
        words << Tr::tr("Train again when the average is under %1.").arg(format::percent(*policy.below));
    }
    if (!policy.decides.empty()) {
        words << Tr::tr("%1 decides.").arg(QString::fromStdString(policy.decides));
    }
    if (policy.secondPerson) {
        words << Tr::tr("A second person approves.");
    }
    if (!policy.note.empty()) {
        words << QString::fromStdString(policy.note);
    }
    return words;
}

QString auditAction(const std::string &action)
{
    static const std::map<std::string, const char *> words{
        {storage::audit::kTargets, QT_TRANSLATE_NOOP("AuditAction", "Targets changed")},
        {storage::audit::kAssumptions, QT_TRANSLATE_NOOP("AuditAction", "Figures of the return changed")},
        {storage::audit::kPolicy, QT_TRANSLATE_NOOP("AuditAction", "Update policy changed")},
        {storage::audit::kVersion, QT_TRANSLATE_NOOP("AuditAction", "Model version made")},
        {storage::audit::kPromote, QT_TRANSLATE_NOOP("AuditAction", "Promoted")},
        {storage::audit::kRollBack, QT_TRANSLATE_NOOP("AuditAction", "Rolled back")},
        {storage::audit::kRequest, QT_TRANSLATE_NOOP("AuditAction", "Approval asked for")},
        {storage::audit::kApprove, QT_TRANSLATE_NOOP("AuditAction", "Approved")},
        {storage::audit::kReject, QT_TRANSLATE_NOOP("AuditAction", "Rejected")},
        {storage::audit::kDecline, QT_TRANSLATE_NOOP("AuditAction", "Decided against")},
        {storage::audit::kReport, QT_TRANSLATE_NOOP("AuditAction", "Report made")},
        {storage::audit::kRename, QT_TRANSLATE_NOOP("AuditAction", "Run renamed")}};
    const auto found = words.find(action);
    return found == words.end() ? QString::fromStdString(action)
                                : QCoreApplication::translate("AuditAction", found->second);
}

QString chainWords(const storage::ChainProblem &problem)
{
    const QString entry = format::count(problem.seq);
    switch (problem.fault) {
    case storage::ChainFault::Changed: return Tr::tr("Entry %1 was changed.").arg(entry);
    case storage::ChainFault::Unlinked:
        return Tr::tr("Entry %1 does not follow the one before it: that one was changed, or one was put in or moved.")
            .arg(entry);
    case storage::ChainFault::Missing: return Tr::tr("Entry %1 is missing.").arg(entry);
    case storage::ChainFault::CutOff: break;
    }
    return Tr::tr("Entry %1 is not the last one that was written: the end was cut off.").arg(entry);
}

QString roiTitle(const std::string &name)
{
    for (const RoiAssumption &assumption : roiAssumptions()) {
        if (assumption.name == name) {
            return translated("Roi", assumption.title);
        }
    }
    for (const RoiFigure &figure : roiFigures()) {
        if (figure.name == name) {
            return translated("Roi", figure.title);
        }
    }
    return QString::fromStdString(name);
}

QString roiUnit(RoiUnit unit, const QString &currency)
{
    const QString money = currency.isEmpty() ? Tr::tr("money") : currency;
    switch (unit) {
    case RoiUnit::Count: return Tr::tr("samples");
    case RoiUnit::CountPerMonth: return Tr::tr("a month");
    case RoiUnit::Share: return Tr::tr("percent");
    case RoiUnit::Minutes: return Tr::tr("minutes");
    case RoiUnit::Hours: return Tr::tr("hours");
    case RoiUnit::Months: return Tr::tr("months");
    case RoiUnit::Gigabytes: return Tr::tr("GB");
    case RoiUnit::Money: return money;
    case RoiUnit::MoneyPerMonth: return Tr::tr("%1 a month").arg(money);
    case RoiUnit::MoneyPerHour: return Tr::tr("%1 an hour").arg(money);
    case RoiUnit::MoneyEach: return Tr::tr("%1 each").arg(money);
    case RoiUnit::MoneyPerGigabyteMonth: return Tr::tr("%1 per GB and month").arg(money);
    case RoiUnit::Ratio: break;
    }
    return {};
}

QString roiAmount(RoiUnit unit, double value, const QString &currency)
{
    switch (unit) {
    case RoiUnit::Share:
    case RoiUnit::Ratio: return format::percent(value);
    case RoiUnit::Money:
    case RoiUnit::MoneyPerMonth:
    case RoiUnit::MoneyPerHour:
    case RoiUnit::MoneyEach:
    case RoiUnit::MoneyPerGigabyteMonth: return Tr::tr("%1 %2").arg(money(value), roiUnit(unit, currency));
    default: return Tr::tr("%1 %2").arg(quantity(value), roiUnit(unit, currency));
    }
}

}  // namespace atlas::widgets
