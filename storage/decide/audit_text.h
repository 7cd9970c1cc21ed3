#pragma once

#include "core/roi.h"
#include "core/targets.h"
#include "core/verdict.h"
#include "storage/decide/update_policy.h"

#include <optional>
#include <string>

namespace atlas::storage {

/// What an entry of the audit trail tells of a move of an alias, or of a run that is not to serve.
struct MoveText {
    std::string what;  ///< "v2 (atlas 12)", "not production"
    std::optional<Verdict> verdict;
    std::string reason;

    bool operator==(const MoveText &) const = default;
};

// The other way round than toText() and ModelRegistry write: for reading an entry in other words. The entry itself is
// never changed. Nothing where the text is not one of that form.
std::optional<Targets> targetsFromText(const std::string &text);
std::optional<RoiSheet> roiFromText(const std::string &text);
std::optional<UpdatePolicy> policyFromText(const std::string &text);
std::optional<MoveText> moveFromText(const std::string &text);

}  // namespace atlas::storage
