#include "widgets/decide/audit_words.h"

#include "storage/decide/audit_text.h"
#include "widgets/decide/decide_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <map>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

QStringList asWritten(const std::string &text)
{
    return text.empty() ? QStringList() : QStringList{QString::fromStdString(text)};
}

/// An entry that nothing more is known of.
AuditWords plainWords(const storage::AuditAct &act)
{
    return {
        .about = {}, .before = asWritten(act.before), .after = asWritten(act.after), .changes = asWritten(act.after)};
}

/// Name and figure of everything that is asked or was typed.
using Figures = std::map<QString, QString>;

/// In the order of `lines`; what is gone comes last.
QStringList differences(const QStringList &names, const Figures &before, const Figures &after)
{
    QStringList changes;
    for (const QString &name : names) {
        const auto old = before.find(name);
        const auto now = after.find(name);
        if (now != after.end() && (old == before.end() || old->second != now->second)) {
            changes << (old == before.end() ? Tr::tr("%1 %2", "target and figure").arg(name, now->second)
                                            : Tr::tr("%1 %2 (before: %3)").arg(name, now->second, old->second));
        }
    }
    for (const QString &name : names) {
        if (before.contains(name) && !after.contains(name)) {
            changes << Tr::tr("%1: no more").arg(name);
        }
    }
    return changes;
}

/// One side of an entry, in words.
struct Side {
    QStringList names;  ///< in their order
    Figures figures;

    void add(const QString &name, const QString &figure)
    {
        names << name;
        figures[name] = figure;
    }
    QStringList lines() const
    {
        QStringList lines;
        for (const QString &name : names) {
            lines << Tr::tr("%1 %2", "target and figure").arg(name, figures.at(name));
        }
        return lines;
    }
};

AuditWords fromSides(const Side &before, const Side &after)
{
    QStringList names = after.names;
    for (const QString &name : before.names) {
        if (!names.contains(name)) {
            names << name;
        }
    }
    return {.about = {},
            .before = before.lines(),
            .after = after.lines(),
            .changes = differences(names, before.figures, after.figures)};
}

Side sideOf(const Targets &targets)
{
    Side side;
    for (const Target &target : targets) {
        side.add(targetName(target), targetAmount(targetKind(target.kind), target.asked));
    }
    return side;
}

Side sideOf(const RoiSheet &sheet)
{
    Side side;
    const QString currency = QString::fromStdString(sheet.currency);
    if (!currency.isEmpty()) {
        side.add(Tr::tr("Currency:"), currency);
    }
    for (const RoiAssumption &assumption : roiAssumptions()) {
        if (const auto value = sheet.values.find(assumption.name); value != sheet.values.end()) {
            side.add(Tr::tr("%1:", "figure of the return").arg(roiTitle(assumption.name)),
                     roiAmount(assumption.unit, value->second, currency));
        }
    }
    return side;
}

/// Both sides are understood, or the entry is shown as it was written.
template <typename Value>
AuditWords compared(const storage::AuditAct &act, std::optional<Value> (*read)(const std::string &))
{
    const std::optional<Value> before = read(act.before);
    const std::optional<Value> after = read(act.after);
    if (!before || !after) {
        return plainWords(act);
    }
    return fromSides(sideOf(*before), sideOf(*after));
}

AuditWords targetsChanged(const storage::AuditAct &act)
{
    return compared(act, storage::targetsFromText);
}

AuditWords assumptionsChanged(const storage::AuditAct &act)
{
    return compared(act, storage::roiFromText);
}

QStringList policyLines(const std::string &text)
{
    const std::optional<storage::UpdatePolicy> policy = storage::policyFromText(text);
    return policy ? policyWords(*policy) : asWritten(text);
}

AuditWords policyChanged(const storage::AuditAct &act)
{
    AuditWords words{.about = Tr::tr("the project"),
                     .before = policyLines(act.before),
                     .after = policyLines(act.after),
                     .changes = {}};
    for (const QString &line : words.after) {
        if (!words.before.contains(line)) {
            words.changes << line;
        }
    }
    for (const QString &line : words.before) {
        if (!words.after.contains(line)) {
            words.changes << Tr::tr("No more: %1").arg(line);
        }
    }
    return words;
}

AuditWords moved(const storage::AuditAct &act)
{
    AuditWords words = plainWords(act);
    if (const std::optional<storage::MoveText> move = storage::moveFromText(act.after)) {
        words.after = QStringList{QString::fromStdString(move->what)};
        if (move->verdict) {
            words.after << Tr::tr("Verdict: %1").arg(verdictWord(*move->verdict));
        }
        words.after << Tr::tr("Reason: %1").arg(QString::fromStdString(move->reason));
        words.changes = words.after;
    }
    return words;
}

AuditWords declined(const storage::AuditAct &act)
{
    AuditWords words = moved(act);
    const QString no = QStringLiteral("not ");
    if (!words.after.isEmpty() && words.after.front().startsWith(no)) {
        words.after.front() = Tr::tr("Not to be %1").arg(words.after.front().mid(no.size()));
        words.changes = words.after;
    }
    return words;
}

/// What a pattern finds in the text, each in a sentence; the text as it was written where it finds nothing.
QStringList found(const std::string &text, const QString &pattern, QStringList (*sentences)(const QStringList &parts))
{
    const QRegularExpressionMatch match =
        QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(QString::fromStdString(text));
    return match.hasMatch() ? sentences(match.capturedTexts()) : asWritten(text);
}

AuditWords versionMade(const storage::AuditAct &act)
{
    const QStringList after =
        found(act.after, QStringLiteral("(.*) ([0-9a-f-]+), ([0-9]+) packages, SHA-256 ([0-9a-f]{64})"),
              [](const QStringList &parts) {
                  return QStringList{parts[1], Tr::tr("%n package(s)", nullptr, parts[3].toInt()),
                                     Tr::tr("SHA-256 %1").arg(parts[4])};
              });
    return {.about = {}, .before = asWritten(act.before), .after = after, .changes = after};
}

AuditWords reportMade(const storage::AuditAct &act)
{
    const QStringList after =
        found(act.after, QStringLiteral("runs: (.*); SHA-256 ([0-9a-f]{64})"), [](const QStringList &parts) {
            return QStringList{Tr::tr("Runs: %1").arg(parts[1]), Tr::tr("SHA-256 %1").arg(parts[2])};
        });
    return {.about = {}, .before = asWritten(act.before), .after = after, .changes = after};
}

using Reader = AuditWords (*)(const storage::AuditAct &act);

const std::map<std::string, Reader> &readers()
{
    static const std::map<std::string, Reader> readers{
        {storage::audit::kTargets, targetsChanged}, {storage::audit::kAssumptions, assumptionsChanged},
        {storage::audit::kPolicy, policyChanged},   {storage::audit::kVersion, versionMade},
        {storage::audit::kPromote, moved},          {storage::audit::kRollBack, moved},
        {storage::audit::kRequest, moved},          {storage::audit::kApprove, moved},
        {storage::audit::kReject, moved},           {storage::audit::kDecline, declined},
        {storage::audit::kReport, reportMade}};
    return readers;
}

}  // namespace

AuditWords auditWords(const storage::AuditAct &act)
{
    const auto reader = readers().find(act.action);
    AuditWords words = reader != readers().end() ? reader->second(act) : plainWords(act);
    if (words.about.isEmpty()) {
        words.about = QString::fromStdString(act.object);
    }
    return words;
}

}  // namespace atlas::widgets
