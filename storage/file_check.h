#pragma once

#include <filesystem>

namespace atlas::storage {

/// Looks at the first 100 bytes before SQLite reads anything: the SQLite mark and our application id must be there.
/// Errors: NotFound, Io, Damaged (says what the file is instead).
void checkDatabaseFile(const std::filesystem::path &file);

/// Whether the file stands on a network file system, where the shared memory of WAL does not work.
bool onNetworkFileSystem(const std::filesystem::path &file);

/// Whether nothing can be created beside the file (a read-only medium or folder).
bool besideUnwritable(const std::filesystem::path &file);

}  // namespace atlas::storage
