#pragma once

#include "widgets/charts/run_results.h"

#include <filesystem>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// Everything a run has measured so far. A task that was removed since keeps its name.
/// Threads: a reader thread. Errors: those of the stores.
RunResults readRunResults(storage::Connection &connection, const std::filesystem::path &assets, const RunRecord &run);

/// Of the finished runs over the same tasks with another strategy, the one with the best average accuracy: what this
/// run is to be judged against. Nothing while there is none.
std::optional<RunResults> readRival(storage::Connection &connection, const std::filesystem::path &assets,
                                    const RunRecord &run);

}  // namespace atlas::widgets
