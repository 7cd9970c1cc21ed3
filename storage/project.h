#pragma once

#include "storage/writer.h"

#include <filesystem>
#include <memory>
#include <string>

namespace atlas::storage {

class Connection;  ///< connection.h: one SQLite connection with hardened settings

enum class OpenMode { ReadWrite, ReadOnly };

/// A project folder `Name.atlas/`: project.db, project.lock, assets/, cache/, models/, exports/, backups/.
/// Threads: any; a Connection belongs to the thread that asked for it.
class Project {
public:
    /// Makes the folder and an empty database, whole or not at all, and opens it for writing.
    /// Errors: BadInput (exists already), DiskFull, Io.
    static std::unique_ptr<Project> create(const std::filesystem::path &folder);

    /// Checks application id and schema version, migrates (with a backup) when it may write.
    /// A project of a newer program can only be read.
    /// Errors: NotFound; Locked (ReadWrite while another process writes; says which process and host);
    /// Damaged (not our database, failed check; says what can be salvaged); BadInput (schema version that cannot be
    /// opened in this mode).
    static std::unique_ptr<Project> open(const std::filesystem::path &folder, OpenMode mode);

    ~Project();
    Project(const Project &) = delete;
    Project &operator=(const Project &) = delete;

    const std::filesystem::path &folder() const;
    std::string name() const;  ///< the folder's name without ".atlas"
    OpenMode mode() const;
    const std::string &uuid() const;

    std::filesystem::path assetFolder() const;
    std::filesystem::path cacheFolder() const;
    std::filesystem::path modelFolder(const std::string &runUuid) const;
    std::filesystem::path exportFolder() const;

    /// Errors: Locked when the project was opened read-only.
    Writer &writer();

    /// A new read-only connection for the calling thread.
    std::unique_ptr<Connection> connect() const;

private:
    struct State;
    explicit Project(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace atlas::storage
