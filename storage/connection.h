#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

namespace atlas::storage {

/// One SQLite connection with the hardening of docs/adr (defensive, no trusted schema, foreign keys, WAL).
/// SQLite's errors leave it as atlas::Error (see sqlite_errors.h).
/// Threads: one thread at a time.
class Connection {
public:
    enum class Access { ReadWrite, ReadOnly };

    Connection(const std::filesystem::path &file, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    SQLite::Database &database() { return *m_database; }

private:
    std::unique_ptr<SQLite::Database> m_database;
};

}  // namespace atlas::storage
