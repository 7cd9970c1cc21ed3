#pragma once

#include <filesystem>
#include <memory>

namespace atlas::storage {

class Connection;
class Project;

/// What an older program wrote, as this program reads it: a copy of the database in a private folder for temporary
/// files, brought up to date there. The original is only read, so that a snapshot stays what was handed over. The copy
/// goes away with the object; what a program that crashed left behind, with the next copy that anybody makes.
class CurrentCopy {
public:
    /// Copies the database that `older` reads, as it is at this moment.
    /// Errors: DiskFull, Io (in the folder for temporary files), Damaged, Locked.
    explicit CurrentCopy(Connection &older);
    ~CurrentCopy();

    const std::filesystem::path &database() const { return m_database; }

private:
    class Folder;

    std::unique_ptr<Folder> m_folder;
    std::filesystem::path m_database;
};

/// Whether the project shows such a copy: it was opened to read, and an older program wrote it.
bool readsCurrentCopy(const Project &project);

}  // namespace atlas::storage
