#include "storage/connection.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/file_check.h"
#include "storage/query.h"
#include "storage/schema.h"

#include <sqlite3.h>

namespace atlas::storage {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr std::size_t kIdleStatements = 256;

/// "file:" address of a path, for a medium on which not even the shared memory file can be made.
std::string immutableAddress(const std::filesystem::path &file)
{
    std::string address = "file:";
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (const unsigned char letter : file.string()) {
        if (letter == '?' || letter == '#' || letter == '%') {
            address += {'%', kDigits[letter >> 4], kDigits[letter & 15]};
        } else {
            address += static_cast<char>(letter);
        }
    }
    return address + "?immutable=1";
}

bool hasContent(const std::filesystem::path &file)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    return !code && size > 0;
}

}  // namespace

Connection::Connection(const std::filesystem::path &file, Access access) : m_file(std::filesystem::absolute(file))
{
    if (access != Access::Create) {
        checkDatabaseFile(m_file);
    }
    try {
        open(access);
        harden(access);
    } catch (const SQLite::Exception &exception) {
        throw error(exception);
    }
}

Connection::~Connection()
{
    m_idle.clear();  // statements must be gone before their connection
}

void Connection::open(Access access)
{
    std::string name = m_file.string();
    int flags = SQLite::OPEN_NOMUTEX | SQLite::OPEN_PRIVATECACHE;
    if (access == Access::ReadOnly) {
        flags |= SQLite::OPEN_READONLY;
        if (besideUnwritable(m_file) && !hasContent(name + "-wal")) {
            flags |= SQLite::OPEN_URI;
            name = immutableAddress(m_file);
        }
    } else {
        flags |= SQLite::OPEN_READWRITE | (access == Access::Create ? SQLite::OPEN_CREATE : 0);
    }
    m_database = std::make_unique<SQLite::Database>(name, flags, kBusyTimeoutMs);
}

void Connection::harden(Access access)
{
    sqlite3 *handle = m_database->getHandle();
    sqlite3_extended_result_codes(handle, 1);
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 1}}) {
        sqlite3_db_config(handle, option, value, nullptr);
    }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 256 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);

    m_database->exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
                     "PRAGMA cache_size = -16384; PRAGMA recursive_triggers = ON;");
    if (access == Access::ReadOnly) {
        m_database->exec("PRAGMA query_only = ON");
        return;
    }
    if (access == Access::Create) {
        m_database->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    }
    const bool network = onNetworkFileSystem(m_file);
    const std::string wanted = network ? "delete" : "wal";
    const std::string got = m_database->execAndGet("PRAGMA journal_mode = " + wanted).getString();
    if (got != wanted) {
        throw Error(ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1: the journal mode is %2, expected %3."), m_file.string(), got,
                        wanted),
                    say(QT_TRANSLATE_NOOP("Sentence", "Move the project to a local disk.")));
    }
    m_database->exec(network ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    m_database->exec("PRAGMA journal_size_limit = 67108864");
}

Error Connection::error(const SQLite::Exception &exception) const
{
    return fromSqlite(exception, m_database ? m_database->getHandle() : nullptr, m_file);
}

void Connection::execute(const std::string &sql)
{
    try {
        m_database->exec(sql);
    } catch (const SQLite::Exception &exception) {
        throw error(exception);
    }
}

std::int64_t Connection::integer(const std::string &sql)
{
    Query query(*this, sql);
    query.first();
    return query.integer(0);
}

std::string Connection::text(const std::string &sql)
{
    Query query(*this, sql);
    query.first();
    return query.text(0);
}

std::unique_ptr<SQLite::Statement> Connection::borrow(const std::string &sql)
{
    const auto found = m_idle.find(sql);
    if (found != m_idle.end() && !found->second.empty()) {
        auto statement = std::move(found->second.back());
        found->second.pop_back();
        return statement;
    }
    try {
        return std::make_unique<SQLite::Statement>(*m_database, sql);
    } catch (const SQLite::Exception &exception) {
        throw error(exception);
    }
}

void Connection::giveBack(std::unique_ptr<SQLite::Statement> statement) noexcept
{
    statement->tryReset();  // repeats the error of the last step, which was reported then
    try {
        statement->clearBindings();
        if (m_idle.size() >= kIdleStatements) {
            m_idle.clear();
        }
        m_idle[statement->getQuery()].push_back(std::move(statement));
    } catch (const std::exception &) {
        // Not kept: it is prepared anew when it is needed again.
    }
}

}  // namespace atlas::storage
