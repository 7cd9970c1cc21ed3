#pragma once

#include "core/observer.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::storage {

class Project;

/// What a frozen copy says of itself: its file snapshot.json.
struct SnapshotFacts {
    std::string project;  ///< name of the project it was taken from
    std::string projectUuid;
    std::int64_t takenUs = 0;
    std::string takenBy;
    std::string program;                 ///< name and version
    std::string contentHash;             ///< see contentHash()
    std::vector<std::string> runs;       ///< uuids of those that were chosen
    std::vector<std::string> alongside;  ///< and of those that they are held against
    bool pictures = false;               ///< those of test samples are in it
};

struct SnapshotRequest {
    std::vector<std::string> runs;  ///< uuids, at least one
    std::filesystem::path target;   ///< a folder that does not exist, or is empty
    std::string actor;
    bool pictures = true;  ///< with the pictures of test samples
};

struct SnapshotReport {
    SnapshotFacts facts;
    std::int64_t samples = 0;
    std::int64_t pictures = 0;         ///< files that were copied
    std::int64_t missingPictures = 0;  ///< that could not be found
};

/// A frozen copy of a project with these runs alone: their results, their tasks and test samples, the runs that their
/// measures are held against and the one in production, targets, audit trail; without training samples, weights and the
/// history of labels. Its application id says that it can only be read, its content hash whether it still is what was
/// handed over. Whole or not at all.
/// Errors: NotFound (a run), BadInput (the target is there), Cancelled, DiskFull, Io.
SnapshotReport takeSnapshot(const Project &project, const SnapshotRequest &request, Observer &observer,
                            const std::stop_token &stop);

/// Nothing where the folder is a live project.  Errors: Damaged (its file cannot be read).
std::optional<SnapshotFacts> snapshotFacts(const std::filesystem::path &folder);

/// What is wrong with a snapshot, in words: whether its rows are still those that its file tells of.
/// Requires: the folder is one.
std::vector<std::string> snapshotProblems(const std::filesystem::path &folder);

/// SHA-256 over all rows of all tables in a fixed order: the same content gives the same hash, however the file lies on
/// the disk.
std::string contentHash(const std::filesystem::path &database);

}  // namespace atlas::storage
