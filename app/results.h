#pragma once

#include "core/measures.h"
#include "storage/records.h"

#include <nlohmann/json.hpp>

namespace atlas::storage {
class Connection;
}

namespace atlas::app {

/// Everything a run measured, read in one go.
struct RunResults {
    RunRecord run;
    std::vector<Task> tasks;
    std::vector<AccuracyCell> cells;
    std::vector<DecisionRecord> decisions;
    std::vector<TaskCost> costs;

    /// Rows of the tasks learned so far, in each task's own metric.
    AccuracyMatrix matrix() const;
    const AccuracyCell *cell(std::size_t afterTask, std::size_t evalTask) const;
};

RunResults readResults(storage::Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

/// The object that `atlas results --json` promises (CLI contract). Measures that are not defined are null.
nlohmann::ordered_json toJson(const RunResults &results);

/// The matrix and the measures as text for a terminal.
std::string toText(const RunResults &results);

}  // namespace atlas::app
