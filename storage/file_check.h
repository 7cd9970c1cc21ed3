#pragma once

#include <cstdint>
#include <filesystem>

namespace atlas::storage {

/// "ATLF": marks a file as the database of a frozen snapshot (storage/snapshot.h), which is never written.
inline constexpr std::int32_t kSnapshotApplicationId = 0x41544C46;

/// Whether the file says so; false where it cannot be read.
bool isSnapshotFile(const std::filesystem::path &file);

/// Looks at the first 100 bytes before SQLite reads anything: the SQLite mark and our application id, or that of a
/// snapshot, must be there.
/// Errors: NotFound, Io, Damaged (says what the file is instead).
void checkDatabaseFile(const std::filesystem::path &file);

/// Whether the file stands on a network file system, where the shared memory of WAL does not work.
bool onNetworkFileSystem(const std::filesystem::path &file);

/// Whether nothing can be created beside the file (a read-only medium or folder).
bool besideUnwritable(const std::filesystem::path &file);

}  // namespace atlas::storage
