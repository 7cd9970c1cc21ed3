#pragma once

#include "core/measure.h"

#include <QString>

namespace atlas::widgets {

QString measureTitle(const Measure &measure);
QString measureValue(MeasureUnit unit, double value);  ///< "72.7 %", "−3.0 points", "1.5 MB"

/// What it says, its formula, and what it needs or why there is no value: a tooltip.
QString measureHelp(const Measure &measure, const MeasureResult &result);

/// "69.1 to 76.2"; empty without an interval.
QString measureInterval(MeasureUnit unit, const std::optional<Interval> &interval);

QString reasonWords(const MeasureResult &result);  ///< why there is no value; empty when there is one

}  // namespace atlas::widgets
