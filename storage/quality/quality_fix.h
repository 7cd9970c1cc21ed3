#pragma once

#include "storage/quality/quality_check.h"

#include <functional>
#include <span>

namespace atlas::storage {

/// What a fix works on: findings of one check, of which some samples may be chosen.
struct FixRequest {
    std::vector<Finding> findings;
    std::vector<std::int64_t> only;  ///< samples; empty = all of the findings'
};

/// One thing that can be done about findings; each is one undoable step.
struct QualityFix {
    std::string name;   ///< "keep-first"
    std::string title;  ///< English, translatable in context "QualityFix"
    std::string help;   ///< same context
    /// Requires: a writer's job.  Errors: those of curation.
    std::function<void(Connection &, const Dataset &, const std::string &actor, const FixRequest &)> apply;
};

std::span<const QualityFix> qualityFixes();

/// Errors: Internal for a name that no fix bears.
const QualityFix &qualityFix(const std::string &name);

}  // namespace atlas::storage
