#pragma once

#include "report/document.h"

#include <optional>

namespace atlas::report {

struct ReportInput;

/// Accuracy against size of all runs of the report; nothing where there are no two.
std::optional<Chart> paretoChart(const ReportInput &input, QSize size);

}  // namespace atlas::report
