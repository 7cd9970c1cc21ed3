#pragma once

#include "core/error.h"

#include <SQLiteCpp/Exception.h>

#include <filesystem>

struct sqlite3;

namespace atlas::storage {

/// SQLite's error in our words: FULL is DiskFull, BUSY and LOCKED are Locked, CORRUPT and NOTADB are Damaged, IOERR is
/// DiskFull or Io by the system's error number, CANTOPEN, READONLY and PERM are Io, NOMEM is OutOfMemory; the rest is
/// Internal, since it is a broken promise of our own code.
/// `handle` may be null (the file could not be opened).
Error fromSqlite(const SQLite::Exception &error, sqlite3 *handle, const std::filesystem::path &file);

}  // namespace atlas::storage
