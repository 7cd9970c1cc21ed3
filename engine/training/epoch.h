#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::engine {

/// One of the tasks that an epoch goes through.
struct EpochPart {
    std::string task;
    std::int64_t samples = 0;
};

/// Samples of one optimiser step, all of one task.
struct TaskBatch {
    std::size_t part = 0;
    std::vector<std::int64_t> samples;
};

/// All training samples of the parts once.
struct Epoch {
    std::vector<std::int64_t> order;  ///< of every part's samples, part after part
    std::vector<TaskBatch> batches;
};

/// Each part's samples in a random order, cut into batches; batches of several parts stand in a random order too, so
/// that tasks take turns in proportion to their sizes. Everything random follows from the run's seed, the names and the
/// number of the epoch.  Requires: at least one part.
Epoch makeEpoch(const std::vector<EpochPart> &parts, std::int64_t batch, std::uint64_t seed, const std::string &stage,
                std::int64_t epoch);

}  // namespace atlas::engine
