#pragma once

#include "storage/records.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace atlas::storage {

class Connection;

/// A finished run and a task of its own that can answer for the samples of a dataset.
struct SuggestingRun {
    RunRecord run;
    Task task;
    std::optional<double> score;  ///< the task's own, after the last task the run learned
    std::int64_t n = 0;           ///< test samples behind the score
};

/// Why a task cannot answer for a dataset: another kind, other labels, a class that the dataset does not have.
/// Empty = it can.
std::string taskMisfit(const Task &task, const Dataset &dataset, const std::vector<LabelClass> &classes);

/// All that fit, newest runs first, of each run the tasks in learning order.
std::vector<SuggestingRun> suggestingRuns(Connection &connection, const std::filesystem::path &assets,
                                          std::int64_t dataset);

}  // namespace atlas::storage
