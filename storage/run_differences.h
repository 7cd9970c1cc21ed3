#pragma once

#include "core/comparison.h"

#include <filesystem>
#include <span>

namespace atlas::storage {

class Connection;

/// How runs answer the test samples of their tasks after the last one was learned, against others: the runs of each
/// side differ in their seed alone, and of several each sample's mean score counts. Reads answers, no other results.
/// Threads: the connection's; up to some seconds for large test splits.  Errors: NotFound (run); those of the stores.
GroupDifference readDifference(Connection &connection, const std::filesystem::path &assets,
                               std::span<const std::int64_t> baseline, std::span<const std::int64_t> runs);

}  // namespace atlas::storage
