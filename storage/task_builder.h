#pragma once

#include "storage/split.h"
#include "storage/task_store.h"

#include <filesystem>

namespace atlas::storage {

/// A task as it will be written: everything `task add` decides, before any row exists.
struct TaskDraft {
    std::string kind;
    LabelForm labelForm = LabelForm::Single;
    std::string metric;
    std::vector<std::string> classes;   ///< output order of the head
    std::vector<std::int64_t> samples;  ///< labelled ones, ascending
    std::vector<Split> splits;          ///< of each
    std::vector<int> strata;            ///< of each: its class, of several the rarest
};

/// Decides kind, label form, classes, metric and splits from the samples of a dataset.
/// Errors: BadInput (says which sample or split and what to do), Usage (kind or metric that does not exist).
TaskDraft draftTask(Connection &connection, const std::filesystem::path &assets, const Dataset &dataset,
                    const TaskRequest &request);

/// The next version of a task, from the samples that its dataset has now.
/// Errors: BadInput, as draftTask.
TaskDraft draftVersion(Connection &connection, const std::filesystem::path &assets, const Task &older);

/// Labelled samples that a filter lets through, neither disputed nor skipped.
std::vector<std::int64_t> learnableIds(Connection &connection, std::int64_t dataset, const SampleFilter &filter);

/// What ties a sample to others, so that they stay in one split: its group, its pictures; without pictures its text.
std::vector<std::string> bondsOf(const Sample &sample);

/// For spreading: the class of the heaviest label; of several that weigh the same, the rarest.
std::vector<int> labelStrata(const std::vector<Sample> &samples, const std::vector<std::string> &classes);

}  // namespace atlas::storage
