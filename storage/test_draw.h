#pragma once

#include "core/task.h"

namespace atlas::storage {

class Connection;

struct TestDraw {
    std::uint64_t seed = 1;    ///< the same one draws the same sample
    std::int64_t besides = 0;  ///< id of one that is only drawn where there is no other; 0 = none
};

/// One sample of the task's test part, labelled as its runs were tested; nothing where there is none any more.
/// Threads: the connection's.
std::optional<Sample> drawTestSample(Connection &connection, const std::filesystem::path &assets, const Task &task,
                                     const TestDraw &draw);

}  // namespace atlas::storage
