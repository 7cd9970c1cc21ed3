#include "storage/project.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/current_copy.h"
#include "storage/migrations.h"
#include "storage/process_identity.h"
#include "storage/project_lock.h"
#include "storage/query.h"
#include "storage/snapshot.h"

namespace atlas::storage {
namespace fs = std::filesystem;

namespace {

constexpr char kDatabase[] = "project.db";
const char *const kFolders[] = {"assets", "cache", "models", "exports"};

/// Takes a half-made folder away again.
class Scaffold {
public:
    explicit Scaffold(fs::path folder) : m_folder(std::move(folder)) { fs::create_directories(m_folder); }
    ~Scaffold()
    {
        std::error_code ignored;  // empty after a successful rename, else best effort
        fs::remove_all(m_folder, ignored);
    }
    Scaffold(const Scaffold &) = delete;
    Scaffold &operator=(const Scaffold &) = delete;

    const fs::path &folder() const { return m_folder; }

private:
    fs::path m_folder;
};

void makeFolders(const fs::path &folder)
{
    for (const char *name : kFolders) {
        fs::create_directories(folder / name);
    }
}

void makeDatabase(const fs::path &folder)
{
    Connection connection(folder / kDatabase, Connection::Access::Create);
    migrate(connection, folder / "backups");
    Query(connection, "INSERT INTO project (id, uuid, created_us, program) VALUES (1, ?, ?, ?)")
        .bind(makeUuid(), nowUs(), thisProcess().program + " " ATLAS_VERSION)
        .run();
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Error fileSystemError(const fs::path &folder, const fs::filesystem_error &error)
{
    const bool full = error.code() == std::errc::no_space_on_device;
    return {full ? ErrorCode::DiskFull : ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("Sentence", "The project folder %1 cannot be made: %2."), folder.string(),
                error.code().message()),
            full ? say(QT_TRANSLATE_NOOP("Sentence", "Free some space, then try again."))
                 : say(QT_TRANSLATE_NOOP("Sentence", "Check the permissions of the folder above it."))};
}

void checkVersion(Connection &connection, OpenMode mode)
{
    const int version = schemaVersion(connection);
    const int current = currentSchemaVersion();
    const Sentence facts =
        say(QT_TRANSLATE_NOOP("Sentence",
                              "%1 has schema version %2, this program knows versions 1 to %3. Nothing was changed."),
            connection.file().string(), version, current);
    if (version < 1) {
        throw Error(
            ErrorCode::Damaged, facts,
            say(QT_TRANSLATE_NOOP("Sentence", "The database is not whole: put back a copy from the folder backups.")));
    }
    if (version > current && mode == OpenMode::ReadWrite) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The project was written by a newer program: %1"), facts),
                    say(QT_TRANSLATE_NOOP("Sentence", "Install the newer program, or open the project read-only.")));
    }
}

void checkSchema(Connection &connection, const fs::path &database)
{
    if (schemaVersion(connection) != currentSchemaVersion()) {
        return;  // a newer layout, opened to read
    }
    const Sentence difference = schemaFault(connection);
    if (!difference.empty()) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 was changed by another program: %2."), database.string(), difference),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Do not use this file if you do not know where it comes from; put back a copy from backups.")));
    }
}

/// After a crash: a look over all pages before anything is built on them.
void checkPages(Connection &connection)
{
    const std::string verdict = connection.text("PRAGMA quick_check(1)");
    if (verdict != "ok") {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 is damaged: %2."), connection.file().string(), verdict),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Pictures in assets and weights in models are separate files. Put back the newest copy from the "
                "folder backups, or recover rows with: sqlite3 project.db .recover")));
    }
}

void refuseSnapshot(const fs::path &folder)
{
    if (const auto facts = snapshotFacts(folder)) {
        throw Error(
            ErrorCode::Locked,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "%1 is a frozen snapshot of the project %2: it shows what was handed over and never changes."),
                folder.filename().string(), facts->project),
            say(QT_TRANSLATE_NOOP("Sentence", "Open it read-only; to change something, open the project itself.")));
    }
}

bool endedUncleanly(const fs::path &database)
{
    std::error_code code;
    const auto left = fs::file_size(database.string() + "-wal", code);
    return !code && left > 0;
}

}  // namespace

struct Project::State {
    fs::path folder;
    OpenMode mode = OpenMode::ReadOnly;
    std::string uuid;
    std::unique_ptr<CurrentCopy> copy;  ///< of what an older program wrote, where it is only read
    fs::path database;                  ///< that is read: the project's, or the copy's
    std::unique_ptr<ProjectLock> lock;  ///< outlives the writer
    std::unique_ptr<Writer> writer;
};

std::unique_ptr<Project> Project::create(const fs::path &given)
{
    fs::path folder = fs::absolute(given).lexically_normal();
    if (!folder.has_filename()) {
        folder = folder.parent_path();
    }
    std::error_code code;
    if (fs::exists(folder, code) && !fs::is_empty(folder, code)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 exists already and is not empty. Nothing was changed."),
                        folder.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another name, or open it.")));
    }
    try {
        // Made beside its place and renamed there: a killed program leaves no half project under the final name.
        const Scaffold scaffold(folder.string() + ".new-" + makeUuid().substr(0, 8));
        makeFolders(scaffold.folder());
        makeDatabase(scaffold.folder());
        fs::rename(scaffold.folder(), folder);
    } catch (const fs::filesystem_error &error) {
        throw fileSystemError(folder, error);
    }
    return open(folder, OpenMode::ReadWrite);
}

std::unique_ptr<Project> Project::open(const fs::path &given, OpenMode mode)
{
    auto state = std::make_unique<State>();
    state->folder = fs::absolute(given).lexically_normal();
    if (!state->folder.has_filename()) {
        state->folder = state->folder.parent_path();
    }
    state->mode = mode;
    const fs::path database = state->folder / kDatabase;
    if (std::error_code code; !fs::exists(database, code)) {
        throw Error(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 is no project: it has no file project.db."), state->folder.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Give the folder of a project, or make one with: atlas init")));
    }
    if (mode == OpenMode::ReadWrite) {
        refuseSnapshot(state->folder);
        state->lock = std::make_unique<ProjectLock>(state->folder);
    }
    state->database = database;
    {
        const bool unclean = endedUncleanly(database);
        const bool writes = mode == OpenMode::ReadWrite;
        auto connection = std::make_unique<Connection>(database, writes ? Connection::Access::ReadWrite
                                                                        : Connection::Access::ReadOnly);
        checkVersion(*connection, mode);
        if (writes) {
            if (unclean) {
                checkPages(*connection);
            }
            migrate(*connection, state->folder / "backups");
        } else if (schemaVersion(*connection) < currentSchemaVersion()) {
            state->copy = std::make_unique<CurrentCopy>(*connection);
            state->database = state->copy->database();
            connection = std::make_unique<Connection>(state->database, Connection::Access::ReadOnly);
        }
        checkSchema(*connection, database);
        state->uuid = connection->text("SELECT uuid FROM project WHERE id = 1");
    }
    if (mode == OpenMode::ReadWrite) {
        try {
            makeFolders(state->folder);
        } catch (const fs::filesystem_error &error) {
            throw fileSystemError(state->folder, error);
        }
        state->writer = std::make_unique<Writer>(database);
    }
    return std::unique_ptr<Project>(new Project(std::move(state)));
}

Project::Project(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Project::~Project() = default;

const fs::path &Project::folder() const
{
    return m_state->folder;
}

std::string Project::name() const
{
    const fs::path &folder = m_state->folder;
    return folder.extension() == ".atlas" ? folder.stem().string() : folder.filename().string();
}

OpenMode Project::mode() const
{
    return m_state->mode;
}

const std::string &Project::uuid() const
{
    return m_state->uuid;
}

fs::path Project::assetFolder() const
{
    return m_state->folder / "assets";
}

fs::path Project::cacheFolder() const
{
    return m_state->folder / "cache";
}

fs::path Project::modelFolder(const std::string &runUuid) const
{
    return m_state->folder / "models" / runUuid;
}

fs::path Project::exportFolder() const
{
    return m_state->folder / "exports";
}

Writer &Project::writer()
{
    if (!m_state->writer) {
        throw Error(
            ErrorCode::Locked,
            say(QT_TRANSLATE_NOOP("Sentence", "The project %1 was opened read-only."), m_state->folder.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Open it for writing to change it.")));
    }
    return *m_state->writer;
}

std::unique_ptr<Connection> Project::connect() const
{
    return std::make_unique<Connection>(m_state->database, Connection::Access::ReadOnly);
}

}  // namespace atlas::storage
