#pragma once

#include "storage/records.h"

#include <span>

namespace atlas::storage {

class Connection;

/// The labels of one sample, to be set or put back.
struct SampleLabels {
    std::int64_t sample = 0;
    std::vector<Label> labels;
    ReviewState review = ReviewState::Unlabelled;
};

class SampleStore {
public:
    /// `assets`: the project's asset folder, from which AssetRef::path is made.
    SampleStore(Connection &connection, std::filesystem::path assets);

    /// Ids in the order the filter asks for: one indexed query, 8 bytes a sample.
    std::vector<std::int64_t> ids(std::int64_t dataset, const SampleFilter &filter);

    /// Whole samples in the order of `ids`; ids that are gone are left out.
    std::vector<Sample> load(std::span<const std::int64_t> ids);

    /// Inserts with labels; classes are made as needed. Returns the new id. (Pictures must stand in `asset` already.)
    std::int64_t insert(std::int64_t dataset, const Sample &sample, const std::string &actor);

    /// Sets labels and review states, writes the history, and returns what was there before (for undo).
    std::vector<SampleLabels> setLabels(std::span<const SampleLabels> changes, const std::string &actor);

    void setNote(std::int64_t sample, const std::string &note, const std::string &actor);

    std::vector<SampleEvent> history(std::int64_t sample);

private:
    Connection &m_connection;
    std::filesystem::path m_assets;
};

}  // namespace atlas::storage
