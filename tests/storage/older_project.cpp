#include "older_project.h"

#include "core/files.h"
#include "core/hash.h"
#include "storage/file_check.h"
#include "storage/snapshot.h"

#include "tests/support/shared_data.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace atlas::test {
namespace fs = std::filesystem;

void makeOlderProject(const fs::path &folder, int version)
{
    for (const char *name : {"assets", "cache", "models", "exports"}) {
        fs::create_directories(folder / name);
    }
    const std::string file = "v" + std::to_string(version) + ".sql";
    SQLite::Database database((folder / "project.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("BEGIN; " + readFile(sourceFolder() / "tests" / "data" / "schema" / file) + "COMMIT");
}

void makeOlderSnapshot(const fs::path &folder, int version)
{
    makeOlderProject(folder, version);
    const fs::path file = folder / "project.db";
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA application_id = " + std::to_string(storage::kSnapshotApplicationId));
    writeFileAtomically(folder / "snapshot.json",
                        R"({"project": "Line 3", "project_uuid": "u", "taken_us": 1795783702310774, )"
                        R"("taken_by": "hana", "program": "atlas 0.0.9", "content_sha256": ")" +
                            storage::contentHash(file) + R"(", "runs": ["r"], "alongside": [], "pictures": false})");
    fs::permissions(file, fs::perms::owner_read | fs::perms::group_read);
}

std::map<std::string, std::string> bytesOf(const fs::path &folder)
{
    std::map<std::string, std::string> bytes;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            bytes[fs::relative(entry.path(), folder).string()] = sha256OfFile(entry.path());
        }
    }
    return bytes;
}

}  // namespace atlas::test
