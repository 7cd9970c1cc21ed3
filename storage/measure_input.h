#pragma once

#include "core/measure_input.h"

#include <filesystem>

namespace atlas::storage {

class Connection;

/// Everything the measures of a run are computed from: its results, the runs it is held against, the answers of its
/// last row, and the per-sample scores of all cells where intervals can be made of them: every cell over the same
/// samples, every task's own score a mean over samples, and not more than kMostScores in all.
/// Threads: the connection's; up to a second for large test splits.  Errors: those of the stores.
MeasureInput readMeasureInput(Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

inline constexpr std::int64_t kMostScores = 2'000'000;

}  // namespace atlas::storage
