#pragma once

#include "core/interference.h"
#include "core/measure.h"
#include "storage/project.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// A run with all its measures.
struct MeasuredRun {
    MeasureInput input;
    std::vector<MeasureResult> measures;      ///< in the order of the registry
    std::vector<Interference> interferences;  ///< which step cost which older task

    const RunResults &results() const { return input.run; }
};

/// Reads a run and what it is held against, and computes every measure.  Errors: those of the stores.
MeasuredRun measureRun(const storage::Project &project, const RunRecord &run);

/// The object that `atlas results --json` promises (CLI contract). Measures that are not defined are null there; why
/// stands in "measure_details", with formula, interval and n.
nlohmann::ordered_json toJson(const MeasuredRun &run);

struct TextOptions {
    bool formulas = false;   ///< each measure with its formula
    bool decisions = false;  ///< each decision with every input
};

/// The matrix, the decisions and the measures as text for a terminal.
std::string toText(const MeasuredRun &run, const TextOptions &options = {});

/// One line per measure and, where a measure is one of tasks, one per task: RFC 4180, full resolution, C locale.
std::string toCsv(const MeasuredRun &run);

}  // namespace atlas::app
