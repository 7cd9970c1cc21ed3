#pragma once

#include "storage/sqlite_errors.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace atlas::storage {

/// One SQLite connection with hardened settings: a project may come from anyone, so its schema is not trusted, its
/// file is checked before SQLite reads it, and foreign keys, WAL and history triggers are always on.
/// Threads: one thread at a time.
class Connection {
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Create  ///< makes a new, empty file that carries our application id
    };

    /// Errors: NotFound; Damaged (no SQLite file, another program's file, damaged); Io; Locked.
    Connection(const std::filesystem::path &file, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// For what Query does not cover. Its exceptions are SQLite's own: pass them through error().
    SQLite::Database &database() { return *m_database; }
    const std::filesystem::path &file() const { return m_file; }

    /// SQLite's error as ours.
    Error error(const SQLite::Exception &exception) const;

    /// Runs one or more statements without parameters.
    void execute(const std::string &sql);

    /// The first column of the first row.  Errors: Internal when there is no row.
    std::int64_t integer(const std::string &sql);
    std::string text(const std::string &sql);

private:
    friend class Query;
    std::unique_ptr<SQLite::Statement> borrow(const std::string &sql);
    void giveBack(std::unique_ptr<SQLite::Statement> statement) noexcept;

    void open(Access access);
    void harden(Access access);

    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_database;
    /// Prepared statements that wait to be used again, by their text.
    std::unordered_map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>> m_idle;
};

}  // namespace atlas::storage
