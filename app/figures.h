#pragma once

#include "core/csv.h"
#include "core/measure.h"

namespace atlas::app {

/// A figure in its unit for a terminal: "71.2 %", "1.2 points", "3.4 s".
std::string figureText(MeasureUnit unit, double value);

/// Columns that a text takes on a terminal, one for each character (two for those of East Asia).
std::size_t columnsOf(const std::string &text);

}  // namespace atlas::app
