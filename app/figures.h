#pragma once

#include "core/csv.h"
#include "core/measure.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// A figure in its unit for a terminal: "71.2 %", "1.2 points", "3.4 s".
std::string figureText(MeasureUnit unit, double value);

/// A number, or null for one that is not there or not finite.
nlohmann::ordered_json number(const std::optional<double> &value);
/// {"low", "high", "n", "statistic"}, or null.
nlohmann::ordered_json interval(const std::optional<Interval> &of);

/// Columns that a text takes on a terminal, one for each character (two for those of East Asia).
std::size_t columnsOf(const std::string &text);

/// Rows of cells as lines, columns as wide as their widest cell.
std::string alignedTable(const std::vector<std::vector<std::string>> &rows);

}  // namespace atlas::app
