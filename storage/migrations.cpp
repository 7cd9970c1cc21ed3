#include "storage/migrations.h"

#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/process_identity.h"
#include "storage/query.h"
#include "storage/transaction.h"

#include <chrono>
#include <ctime>
#include <map>

namespace atlas::storage {
namespace {

std::string stamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
    return text;
}

void needSpace(const std::filesystem::path &database)
{
    const auto needed = 2 * std::filesystem::file_size(database);
    const auto available = std::filesystem::space(database.parent_path()).available;
    if (available < needed) {
        throw Error(
            ErrorCode::DiskFull,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Bringing %1 up to date needs %2 MiB of free space, there are %3 MiB. Nothing was changed."),
                database.string(), needed >> 20, available >> 20),
            say(QT_TRANSLATE_NOOP("Sentence", "Free some space, then open the project again.")));
    }
}

/// Copies the committed state by VACUUM INTO and checks the copy. A connection of its own: the copy is made while the
/// migrating one holds the write lock, and VACUUM attaches a database, which hardened connections may not.
std::filesystem::path backUp(const std::filesystem::path &database, const std::filesystem::path &folder, int version)
{
    try {
        needSpace(database);
        std::filesystem::create_directories(folder);
    } catch (const std::filesystem::filesystem_error &error) {
        throw Error(
            ErrorCode::Io,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The folder %1 for the backup before an update cannot be used: %2. The project was not changed."),
                folder.string(), error.code().message()),
            say(QT_TRANSLATE_NOOP("Sentence", "Check its permissions and the disk.")));
    }
    const auto file = folder / ("project.v" + std::to_string(version) + "." + stamp() + ".db");
    try {
        SQLite::Database source(database.string(), SQLite::OPEN_READONLY);
        SQLite::Statement copy(source, "VACUUM INTO ?");
        copy.bind(1, file.string());
        copy.exec();
        SQLite::Database backup(file.string(), SQLite::OPEN_READONLY);
        const std::string verdict = backup.execAndGet("PRAGMA quick_check(1)").getString();
        if (verdict != "ok") {
            throw Error(ErrorCode::Damaged,
                        say(QT_TRANSLATE_NOOP("Sentence", "The backup %1 is not sound: %2."), file.string(), verdict),
                        say(QT_TRANSLATE_NOOP("Sentence", "The project was not changed. Run: atlas verify")));
        }
    } catch (const SQLite::Exception &exception) {
        throw fromSqlite(exception, nullptr, file);
    }
    return file;
}

void logStep(Connection &connection, const SchemaStep &step, std::int64_t ms, const std::string &backup)
{
    Query(connection, "INSERT INTO migration_log (version, program, at_us, ms, backup) VALUES (?, ?, ?, ?, ?)")
        .bind(step.version, thisProcess().program + " " ATLAS_VERSION, nowUs(), ms, backup)
        .run();
}

using SchemaMap = std::map<std::string, std::string>;

SchemaMap schemaOf(SQLite::Database &database)
{
    SchemaMap schema;
    SQLite::Statement query(database, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema "
                                      "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (query.executeStep()) {
        schema[query.getColumn(0).getString()] = query.getColumn(1).getString();
    }
    return schema;
}

}  // namespace

int schemaVersion(Connection &connection)
{
    return static_cast<int>(connection.integer("PRAGMA user_version"));
}

int currentSchemaVersion()
{
    return schemaSteps().back().version;
}

void migrate(Connection &connection, const std::filesystem::path &backups, std::span<const SchemaStep> steps)
{
    using Clock = std::chrono::steady_clock;
    Transaction transaction(connection);  // before the version is read: two programs must not both begin
    const int from = schemaVersion(connection);
    if (from >= steps.back().version) {
        return;
    }
    const bool keeps = from > 0 && !backups.empty();
    const std::string backup = keeps ? backUp(connection.file(), backups, from).filename().string() : std::string();
    for (const SchemaStep &step : steps) {
        if (step.version <= from) {
            continue;
        }
        const auto start = Clock::now();
        connection.execute(step.sql);
        connection.execute("PRAGMA user_version = " + std::to_string(step.version));
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
        logStep(connection, step, took.count(), backup);
    }
    if (Query check(connection, "PRAGMA foreign_key_check"); check.step()) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP(
                    "Sentence", "%1: a row of table %2 names a row that does not exist. The project was not changed."),
                connection.file().string(), check.text(0)),
            say(QT_TRANSLATE_NOOP("Sentence", "Run: atlas verify")));
    }
    transaction.commit();
}

Sentence schemaFault(Connection &connection, std::span<const SchemaStep> steps)
{
    try {
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (const SchemaStep &step : steps) {
            fresh.exec(step.sql);
        }
        SchemaMap expected = schemaOf(fresh);
        for (const auto &[name, sql] : schemaOf(connection.database())) {
            const auto found = expected.find(name);
            if (found == expected.end()) {
                return say(QT_TRANSLATE_NOOP("Sentence", "it has a %1 that this program does not make"), name);
            }
            if (found->second != sql) {
                return say(QT_TRANSLATE_NOOP("Sentence", "its %1 is not as this program makes it"), name);
            }
            expected.erase(found);
        }
        return expected.empty() ? Sentence()
                                : say(QT_TRANSLATE_NOOP("Sentence", "it lacks the %1"), expected.begin()->first);
    } catch (const SQLite::Exception &exception) {
        throw connection.error(exception);
    }
}

std::string schemaDifference(Connection &connection, std::span<const SchemaStep> steps)
{
    return schemaFault(connection, steps).english();
}

}  // namespace atlas::storage
