#pragma once

#include "core/roi.h"
#include "core/verdict.h"
#include "storage/audit_trail.h"
#include "storage/decide/update_policy.h"
#include "widgets/frame/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas::widgets {

QString targetTitle(const TargetKind &kind);
QString targetHelp(const TargetKind &kind);
QString targetName(const Target &target);  ///< "parts: Score at least", "Average at least"

/// "90.0 %", "3.0 points", "5.2 MB": a figure of that kind; money as a plain number.
QString targetAmount(const TargetKind &kind, double value);
/// The same as a field takes it: percent, points, MB, minutes, milliseconds.
QString typedAmount(const TargetKind &kind, double value);
QString typedUnit(const TargetKind &kind);
/// What was typed, in the user's locale, with or without its unit; nothing where it is no such figure.
std::optional<double> parseAmount(const TargetKind &kind, const QString &text);

QString verdictWord(Verdict verdict);
QString verdictSentence(const Ruling &ruling);
theme::Role verdictRole(Verdict verdict);
QString verdictIcon(Verdict verdict);

QString outcomeWord(Outcome outcome);
theme::Role outcomeRole(Outcome outcome);
QString outcomeIcon(Outcome outcome);

QString lackWords(Lack lack);
/// "notes: Score at least 90.0 %, measured 87.0 %."
QString checkSentence(const Check &check);
/// Why a check came out as it did: "3.0 points short; chance could explain it".
QString checkReason(const Check &check);

/// "probably not chance (p = 0.02, n = 200)".
QString chanceWords(const PairedDifference &difference);

/// What is written down, sentence by sentence; nothing for an empty policy.
QStringList policyWords(const storage::UpdatePolicy &policy);

QString auditAction(const std::string &action);
QString chainWords(const storage::ChainProblem &problem);

QString roiTitle(const std::string &name);  ///< of an assumption or a figure
QString roiUnit(RoiUnit unit, const QString &currency);
QString roiAmount(RoiUnit unit, double value, const QString &currency);

}  // namespace atlas::widgets
