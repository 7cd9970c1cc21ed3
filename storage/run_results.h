#pragma once

#include "core/run_results.h"

#include <filesystem>
#include <optional>

namespace atlas::storage {

class Connection;

/// Everything a run has measured so far. A task that was removed since keeps its name.
/// Threads: the connection's.  Errors: those of the stores.
RunResults readRunResults(Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

/// Of the finished runs over the same tasks with another strategy, the one with the best average accuracy: what this
/// run is to be judged against. Nothing while there is none.
std::optional<RunResults> readRival(Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

}  // namespace atlas::storage
