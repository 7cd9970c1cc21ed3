#pragma once

#include "storage/quality/insight_store.h"
#include "storage/records.h"

#include <span>
#include <unordered_map>

namespace atlas::storage {

/// The labels that a suggestion stands for: the most probable class; in datasets with several labels every class that
/// is more probable than not, the most probable one at least. Empty = nothing is suggested.
std::vector<Label> suggestedLabels(const SampleInsight &insight, bool multiLabel);

/// What is suggested for a sample.
struct Suggestion {
    std::vector<Label> labels;
    double probability = 0;  ///< of the first
};

/// By sample, for those of `samples` that have one.
std::unordered_map<std::int64_t, Suggestion> readSuggestions(Connection &connection, const Dataset &dataset,
                                                             std::span<const std::int64_t> samples);

enum class AcceptFor { Unlabelled, All };

/// Gives samples the labels that are suggested for them, as one undoable step; samples without a suggestion stay as
/// they are, and with AcceptFor::Unlabelled those that carry a label. Returns the samples it changed.  Requires: a
/// writer's job.  Errors: those of Curation.
std::vector<std::int64_t> acceptSuggestions(Connection &connection, const Dataset &dataset, const std::string &actor,
                                            std::span<const std::int64_t> ids, AcceptFor which);

}  // namespace atlas::storage
