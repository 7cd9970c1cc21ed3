#pragma once

#include "core/measures.h"
#include "core/paired.h"
#include "core/roi.h"
#include "core/verdict.h"

#include <QString>

#include <optional>

/// Figures and reasons as the report says them, in its language.
namespace atlas::report::words {

QString text(const std::string &utf8);

/// A text of the layers below Qt, in the language of the report.
QString translated(const char *context, const std::string &english);

/// "+1.2 points (0.4 to 2.0)".
QString change(const PairedDifference &difference);

/// "chance could explain it", "chance does not explain it".
QString chance(const PairedDifference &difference);

/// "1.2 to 3.4 points", signed; empty without an interval.
QString interval(const std::optional<Interval> &interval);

/// What a target asks: "Score at least 90.0 % on notes".
QString asked(const Target &target, const std::string &currency);

/// What was measured for it: "87.2 % (82.1 % to 92.0 %), n = 200", or why there is nothing.
QString measured(const Check &check, const std::string &currency);

/// A number of the return with its unit: "12,000 a month"; all digits that matter, never a power of ten.
QString roiAmount(RoiUnit unit, double value, const std::string &currency);

}  // namespace atlas::report::words
