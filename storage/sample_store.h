#pragma once

#include "storage/label_rows.h"
#include "storage/records.h"

#include <span>

namespace atlas::storage {

/// The labels of one sample, to be set or put back.
struct SampleLabels {
    std::int64_t sample = 0;
    std::vector<Label> labels;
    ReviewState review = ReviewState::Unlabelled;
    std::optional<std::string> by = {};  ///< who is taken to have given new labels; empty = the actor
};

/// Samples of datasets.
/// Requires: whatever changes something runs inside a writer's job, so that a change and its history are one
/// transaction.  Errors: those of all stores (dataset_store.h).
class SampleStore {
public:
    /// `assets`: the project's asset folder, from which AssetRef::path is made.
    SampleStore(Connection &connection, std::filesystem::path assets);

    /// Ids in the order the filter asks for: one indexed query, 8 bytes a sample.
    /// At most so many, from the first on; 0 = all.
    std::vector<std::int64_t> ids(std::int64_t dataset, const SampleFilter &filter, std::size_t most = 0);

    /// Whole samples in the order of `ids`; ids that are gone are left out.  Requires: no id twice.
    std::vector<Sample> load(std::span<const std::int64_t> ids);

    /// Inserts with labels; classes are made as needed. Returns the new id. Pictures must stand in AssetIndex already.
    /// Errors: BadInput (a label given twice or without weight), NotFound (picture).
    std::int64_t insert(std::int64_t dataset, const Sample &sample, const std::string &actor);

    /// Sets labels and review states, writes the history, and returns what was there before (for undo).
    /// Errors: NotFound (sample), BadInput as above.
    std::vector<SampleLabels> setLabels(std::span<const SampleLabels> changes, const std::string &actor);

    void setNote(std::int64_t sample, const std::string &note, const std::string &actor);
    void setSplit(std::int64_t sample, Split split, const std::string &actor);
    /// Takes a sample out of its dataset, or back into it. The row stays: tasks and histories name it.
    void setRemoved(std::int64_t sample, bool removed, const std::string &actor);

    std::vector<SampleEvent> history(std::int64_t sample);

private:
    Connection &m_connection;
    std::filesystem::path m_assets;
    LabelRows m_labels;
};

}  // namespace atlas::storage
