#pragma once

#include "core/data_version_ref.h"
#include "storage/versions/data_state.h"

#include <optional>

namespace atlas::storage {

/// A state of a dataset that was kept. It never changes and has no delete: it goes with its dataset.
struct DataVersion {
    std::int64_t id = 0;
    std::int64_t datasetId = 0;
    std::int64_t parentId = 0;  ///< 0 = the first one
    DataVersionRef ref;
    std::string note;
    std::int64_t atUs = 0;
    std::string actor;
    std::int64_t samples = 0;
    std::int64_t labelled = 0;
    Digest contentHash{};
    std::vector<std::string> runs;  ///< names of those that learned from it, oldest first
};

/// Names a version by which it is made.
struct VersionWords {
    std::string name;  ///< empty = made by itself
    std::string note;
};

/// The versions of datasets: named, immutable, cheap. A version keeps the samples whose state differs from the version
/// before it, so one after three labels is three rows; its classes are kept whole.
/// Errors of all: those of all stores; Damaged where a kept state cannot be read.
class DataVersions {
public:
    explicit DataVersions(Connection &connection) : m_connection(connection) {}

    /// Keeps the dataset as it is now. Without a name and with nothing changed since the newest version: that one.
    /// Requires: a writer's job.  Errors: BadInput (name taken, or one that could be mistaken for a number).
    DataVersion make(std::int64_t dataset, const VersionWords &words, const std::string &actor);
    /// The same of a state that was read before.
    DataVersion keep(std::int64_t dataset, const DataState &state, const VersionWords &words, const std::string &actor);

    std::vector<DataVersion> list(std::int64_t dataset);  ///< newest first
    std::optional<DataVersion> newest(std::int64_t dataset);
    /// By number ("3", "v3"), name, uuid or unambiguous start of a uuid.  Errors: NotFound, BadInput (ambiguous).
    DataVersion find(std::int64_t dataset, const std::string &key);
    DataVersion get(std::int64_t id);  ///< Errors: NotFound

    /// What the dataset was like then.
    DataState stateOf(const DataVersion &version);
    std::int64_t rowCount(const DataVersion &version);  ///< samples it keeps: what it costs

private:
    void checkName(std::int64_t dataset, const std::string &name);

    Connection &m_connection;
};

/// Stands for the dataset as it is, where a version is asked for.
inline constexpr char kNow[] = "now";

}  // namespace atlas::storage
