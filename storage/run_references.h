#pragma once

#include "core/run_record.h"

#include <optional>
#include <vector>

namespace atlas::storage {

/// The runs of a project that a run is held against. All are finished and learned the same tasks in the same order on
/// the same backbone.
struct RunReferences {
    std::optional<RunRecord> single;  ///< strategy single-task, same seed and labels (label_share.h); the newest
    std::optional<RunRecord> joint;   ///< strategy joint, likewise
    std::vector<RunRecord> seeds;     ///< the same strategy, settings and labels; another seed each, the newest of it
    std::vector<RunRecord>
        shares;  ///< the same strategy, settings and seed; another limit or share each, the newest of it
};

/// What the strategies of the two reference runs are called.
inline constexpr char kSingleTaskStrategy[] = "single-task";
inline constexpr char kJointStrategy[] = "joint";

/// Picks them from `runs`, newest first as RunStore::list gives them.
RunReferences findReferences(const RunRecord &run, const std::vector<RunRecord> &runs);

}  // namespace atlas::storage
