#pragma once

#include "app/results.h"

namespace atlas::app {

/// {"average_accuracy": 0.7, "f1_macro": [..], .., "formula_version": 1}: a number, a list over tasks, or null.
nlohmann::ordered_json measureValues(const MeasuredRun &run);

/// {"average_accuracy": {"title", "formula", "unit", "better", "needs", "value", "reason", "interval", "seeds", "n",
/// "tasks", "classes", "table"}}: the last three where a measure has them.
nlohmann::ordered_json measureDetails(const MeasuredRun &run);

/// Per task {"classes": [names], "counts": [[expected][predicted]]} after the last task learned.
nlohmann::ordered_json confusions(const MeasuredRun &run);

/// A line per measure for a terminal.
std::string measureLines(const MeasuredRun &run, bool formulas);

}  // namespace atlas::app
