#pragma once

#include "core/comparison.h"
#include "storage/project.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// Runs side by side: those that differ in their seed alone are one column.
struct Comparison {
    std::vector<ComparedRun> runs;
    std::vector<RunGroup> groups;              ///< point into `runs`
    std::vector<GroupDifference> differences;  ///< of the second group and those after it from the first
};

/// Errors: Usage (fewer than two runs, a run named twice); those of the stores.
Comparison compareRuns(const storage::Project &project, const std::vector<RunRecord> &runs);

nlohmann::ordered_json toJson(const Comparison &comparison);
std::string toText(const Comparison &comparison);
/// A line per figure and group: RFC 4180, full resolution, C locale.
std::string toCsv(const Comparison &comparison);

nlohmann::ordered_json toJson(const PairedDifference &difference);

/// "better by 1.2 points [0.4, 2.0]", "worse by 0.3 points [-1.0, 0.4]; could be chance", "no difference on
/// average [-0.8, 0.8]; could be chance", "no difference" where every sample scores the same.
std::string inWords(const PairedDifference &difference);

}  // namespace atlas::app
