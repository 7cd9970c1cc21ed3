#pragma once

#include "storage/quality/insight_store.h"
#include "storage/records.h"

#include <span>

namespace atlas::storage {

/// The labels that a suggestion stands for: the most probable class; in datasets with several labels every class that
/// is more probable than not, the most probable one at least. Empty = nothing is suggested.
std::vector<Label> suggestedLabels(const SampleInsight &insight, bool multiLabel);

/// Gives samples the labels that are suggested for them, as one undoable step; samples without a suggestion stay as
/// they are. Returns the samples it changed.  Requires: a writer's job.  Errors: those of Curation.
std::vector<std::int64_t> acceptSuggestions(Connection &connection, const Dataset &dataset, const std::string &actor,
                                            std::span<const std::int64_t> ids);

}  // namespace atlas::storage
