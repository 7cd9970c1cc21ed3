#pragma once

#include "report/document.h"

namespace atlas::report {

struct ReportInput;

/// Everything that was measured of the run, with its intervals; empty where there is nothing.
Table measuredFigures(const ReportInput &input);

}  // namespace atlas::report
