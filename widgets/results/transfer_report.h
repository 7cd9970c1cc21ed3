#pragma once

#include "core/intervals.h"
#include "core/run_results.h"

#include <optional>
#include <vector>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// One task's score against another score on the same test split.
struct ScoreDifference {
    int task = 0;
    double score = 0;
    double reference = 0;
    std::optional<Interval> interval;  ///< of score - reference, by the same samples; none where they are not kept
    std::int64_t n = 0;

    double difference() const { return score - reference; }
};

/// What tasks gave each other.
struct TransferReport {
    /// R[j][j] against the task learned alone (single-task run), or against guessing where there is no such run.
    std::vector<ScoreDifference> forward;
    bool alone = false;  ///< `forward` is against a single-task run
    /// R[T-1][j] - R[j][j], for all tasks but the last one learned.
    std::vector<ScoreDifference> backward;
};

/// `single`: the single-task run that the run is held against (storage::findReferences).
/// Threads: the connection's.  Errors: those of the stores.
TransferReport readTransfer(storage::Connection &connection, const RunResults &results,
                            const std::optional<RunResults> &single);

}  // namespace atlas::widgets
