#pragma once

#include "core/run_results.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// The object that `atlas results --json` promises (CLI contract). Measures that are not defined are null.
nlohmann::ordered_json toJson(const RunResults &results);

/// The matrix and the measures as text for a terminal.
std::string toText(const RunResults &results);

}  // namespace atlas::app
