#include "storage/snapshot.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/asset_store.h"
#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/digest.h"
#include "storage/file_check.h"
#include "storage/process_identity.h"
#include "storage/project.h"
#include "storage/run_references.h"
#include "storage/run_store.h"
#include "storage/snapshot_rows.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace atlas::storage {
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr char kFactsFile[] = "snapshot.json";
constexpr char kDatabase[] = "project.db";

/// A folder beside the target that becomes it when everything is in it.
class Workplace {
public:
    explicit Workplace(const fs::path &target) : m_folder(target.string() + ".new-" + makeUuid().substr(0, 8))
    {
        fs::create_directories(m_folder);
    }
    ~Workplace()
    {
        std::error_code ignored;  // nothing is left of it after the rename
        fs::remove_all(m_folder, ignored);
    }
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    const fs::path &folder() const { return m_folder; }
    void become(const fs::path &target) const { fs::rename(m_folder, target); }

private:
    fs::path m_folder;
};

fs::path cleanTarget(const fs::path &given)
{
    fs::path target = fs::absolute(given).lexically_normal();
    if (!target.has_filename()) {
        target = target.parent_path();
    }
    std::error_code code;
    if (fs::exists(target, code) && !(fs::is_directory(target, code) && fs::is_empty(target, code))) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 exists already and is not empty. Nothing was changed."),
                        target.string()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another name.")));
    }
    return target;
}

/// The chosen runs, and all that they are held against.
struct Choice {
    std::vector<RunRecord> chosen;
    std::vector<RunRecord> alongside;

    std::vector<std::int64_t> ids() const
    {
        std::vector<std::int64_t> ids;
        for (const auto *list : {&chosen, &alongside}) {
            std::ranges::transform(*list, std::back_inserter(ids), &RunRecord::id);
        }
        return ids;
    }
};

Choice choose(Connection &connection, const std::vector<std::string> &uuids)
{
    Choice choice;
    RunStore store(connection);
    std::set<std::string> known;
    for (const std::string &uuid : uuids) {
        const auto run = store.find(uuid);
        if (!run) {
            throw Error(ErrorCode::NotFound,
                        say(QT_TRANSLATE_NOOP("Sentence", "There is no run \"%1\". Nothing was written."), uuid),
                        say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
        }
        if (known.insert(run->uuid).second) {
            choice.chosen.push_back(*run);
        }
    }
    const auto add = [&](const std::optional<RunRecord> &run) {
        if (run && known.insert(run->uuid).second) {
            choice.alongside.push_back(*run);
        }
    };
    const std::vector<RunRecord> all = store.list();
    add(ModelRegistry(connection).resolve(kProduction));
    for (std::size_t i = 0; i < choice.chosen.size(); ++i) {
        const RunReferences references = findReferences(choice.chosen[i], all);
        add(references.single);
        add(references.joint);
        for (const auto *list : {&references.seeds, &references.shares}) {
            for (const RunRecord &run : *list) {
                add(run);
            }
        }
        if (const std::string &parent = choice.chosen[i].spec.origin.run; !parent.empty()) {
            add(store.find(parent));
        }
    }
    return choice;
}

void copyDatabase(const fs::path &from, const fs::path &to)
{
    SQLite::Database source(from.string(), SQLite::OPEN_READONLY);
    SQLite::Statement copy(source, "VACUUM INTO ?");
    copy.bind(1, to.string());
    copy.exec();
}

/// Leaves what was chosen and marks the file as frozen.
void freeze(const fs::path &file, const std::vector<std::int64_t> &runs)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; BEGIN");
    keepRuns(database, runs);
    database.exec("UPDATE asset SET link = NULL; COMMIT");
    SQLite::Statement lost(database, "PRAGMA foreign_key_check");
    if (lost.executeStep()) {
        throw Error(ErrorCode::Internal,
                    "The snapshot is not whole: a row of " + lost.getColumn(0).getString() + " refers to nothing.",
                    "Nothing was written. This is a fault of the program.");
    }
    lost.reset();
    database.exec("PRAGMA application_id = " + std::to_string(kSnapshotApplicationId));
    database.exec("VACUUM");
}

struct Picture {
    std::string sha256;
    fs::path from;
};

std::vector<Picture> picturesOf(const fs::path &file, const Project &project)
{
    // The links are those of the project: in the copy they are cut.
    const auto connection = project.connect();
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement kept(database, "SELECT sha256 FROM asset ORDER BY id");
    SQLite::Statement place(connection->database(), "SELECT link FROM asset WHERE sha256 = ?");
    const AssetStore store(project.assetFolder());
    std::vector<Picture> pictures;
    while (kept.executeStep()) {
        const SQLite::Column column = kept.getColumn(0);
        const std::string hash = toHex(std::as_bytes(
            std::span(static_cast<const char *>(column.getBlob()), static_cast<std::size_t>(column.getBytes()))));
        place.bind(1, column.getBlob(), column.getBytes());
        const bool linked = place.executeStep() && !place.getColumn(0).isNull();
        pictures.push_back({hash, linked ? fs::path(place.getColumn(0).getString()) : store.pathOf(hash)});
        place.reset();
    }
    return pictures;
}

void copyPictures(const std::vector<Picture> &pictures, const fs::path &folder, SnapshotReport &report,
                  Observer &observer, const std::stop_token &stop)
{
    const AssetStore target(folder);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        throwIfStopped(stop);
        observer.progress(0.3 + 0.6 * static_cast<double>(i) / static_cast<double>(pictures.size()),
                          say(QT_TRANSLATE_NOOP("Sentence", "Copying pictures")));
        const fs::path to = target.pathOf(pictures[i].sha256);
        fs::create_directories(to.parent_path());
        std::error_code code;
        if (fs::copy_file(pictures[i].from, to, code)) {
            ++report.pictures;
        } else if (code == std::errc::no_such_file_or_directory) {
            ++report.missingPictures;
        } else {
            throw fs::filesystem_error("copy", pictures[i].from, to, code);
        }
    }
}

std::string toText(const SnapshotFacts &facts)
{
    return Json{{"project", facts.project},  {"project_uuid", facts.projectUuid}, {"taken_us", facts.takenUs},
                {"taken_by", facts.takenBy}, {"program", facts.program},          {"content_sha256", facts.contentHash},
                {"runs", facts.runs},        {"alongside", facts.alongside},      {"pictures", facts.pictures}}
               .dump(2, ' ', false, Json::error_handler_t::replace) +
           "\n";
}

void hashColumn(Sha256 &hash, const SQLite::Column &column)
{
    const std::string type(1, static_cast<char>('0' + column.getType()));
    const std::string value = column.isNull() ? std::string()
                                              : std::string(static_cast<const char *>(column.getBlob()),
                                                            static_cast<std::size_t>(column.getBytes()));
    hash.add(type + std::to_string(value.size()) + ":" + value);
}

void hashTable(Sha256 &hash, SQLite::Database &database, const std::string &table)
{
    const std::string quoted = "\"" + table + "\"";
    std::string order;
    const int columns = SQLite::Statement(database, "SELECT * FROM " + quoted + " LIMIT 0").getColumnCount();
    for (int i = 1; i <= columns; ++i) {
        order += (i > 1 ? ", " : "") + std::to_string(i);
    }
    hash.add("table " + std::to_string(table.size()) + ":" + table);
    SQLite::Statement rows(database, "SELECT * FROM " + quoted + " ORDER BY " + order);
    while (rows.executeStep()) {
        for (int i = 0; i < columns; ++i) {
            hashColumn(hash, rows.getColumn(i));
        }
    }
}

}  // namespace

SnapshotReport takeSnapshot(const Project &project, const SnapshotRequest &request, Observer &observer,
                            const std::stop_token &stop)
{
    const fs::path target = cleanTarget(request.target);
    SnapshotReport report;
    try {
        observer.progress(0, say(QT_TRANSLATE_NOOP("Sentence", "Copying the rows")));
        const Choice choice = choose(*project.connect(), request.runs);
        const Workplace place(target);
        for (const char *name : {"assets", "cache", "models", "exports"}) {
            fs::create_directories(place.folder() / name);
        }
        const fs::path database = place.folder() / kDatabase;
        copyDatabase(project.connect()->file(), database);
        throwIfStopped(stop);
        freeze(database, choice.ids());
        throwIfStopped(stop);
        if (request.pictures) {
            copyPictures(picturesOf(database, project), place.folder() / "assets", report, observer, stop);
        }
        observer.progress(0.9, say(QT_TRANSLATE_NOOP("Sentence", "Checking")));
        SnapshotFacts &facts = report.facts;
        facts.project = project.name();
        facts.projectUuid = project.uuid();
        facts.takenUs = nowUs();
        facts.takenBy = request.actor;
        facts.program = thisProcess().program + " " ATLAS_VERSION;
        facts.contentHash = contentHash(database);
        facts.pictures = request.pictures;
        std::ranges::transform(choice.chosen, std::back_inserter(facts.runs), &RunRecord::uuid);
        std::ranges::transform(choice.alongside, std::back_inserter(facts.alongside), &RunRecord::uuid);
        writeFileAtomically(place.folder() / kFactsFile, toText(facts));
        report.samples = Connection(database, Connection::Access::ReadOnly).integer("SELECT count(*) FROM sample");
        fs::permissions(database, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove);
        syncFilesystem(place.folder());
        place.become(target);
    } catch (const SQLite::Exception &exception) {
        throw fromSqlite(exception, nullptr, target);
    } catch (const fs::filesystem_error &error) {
        const bool full = error.code() == std::errc::no_space_on_device;
        throw Error(full ? ErrorCode::DiskFull : ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The snapshot %1 cannot be made: %2. Nothing was written."),
                        target.string(), error.code().message()),
                    full ? say(QT_TRANSLATE_NOOP("Sentence", "Free some space, then try again."))
                         : say(QT_TRANSLATE_NOOP("Sentence", "Check the permissions of the folder above it.")));
    }
    observer.progress(1, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
    return report;
}

std::optional<SnapshotFacts> snapshotFacts(const fs::path &folder)
{
    if (!isSnapshotFile(folder / kDatabase)) {
        return std::nullopt;
    }
    try {
        const Json json = Json::parse(readFile(folder / kFactsFile));
        return SnapshotFacts{.project = json.at("project"),
                             .projectUuid = json.at("project_uuid"),
                             .takenUs = json.at("taken_us"),
                             .takenBy = json.at("taken_by"),
                             .program = json.at("program"),
                             .contentHash = json.at("content_sha256"),
                             .runs = json.at("runs"),
                             .alongside = json.at("alongside"),
                             .pictures = json.at("pictures")};
    } catch (const Json::exception &error) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be read: %2"), (folder / kFactsFile).string(), error.what()),
            say(QT_TRANSLATE_NOOP("Sentence", "Ask for the snapshot again.")));
    }
}

std::vector<std::string> snapshotProblems(const fs::path &folder)
{
    const auto facts = snapshotFacts(folder);
    const std::string found = contentHash(folder / kDatabase);
    if (facts && facts->contentHash == found) {
        return {};
    }
    return {"The content of the snapshot is not what was handed over: expected SHA-256 " +
            (facts ? facts->contentHash : std::string("of its file")) + ", but it is " + found + "."};
}

std::string contentHash(const fs::path &file)
{
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
        Sha256 hash;
        SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                          "'sqlite_%' ORDER BY name");
        while (names.executeStep()) {
            hashTable(hash, database, names.getColumn(0).getString());
        }
        return hash.hex();
    } catch (const SQLite::Exception &exception) {
        throw fromSqlite(exception, nullptr, file);
    }
}

}  // namespace atlas::storage
