#include "storage/verify.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/asset_store.h"
#include "storage/audit_trail.h"
#include "storage/decide/model_registry.h"
#include "storage/digest.h"
#include "storage/migrations.h"
#include "storage/project.h"
#include "storage/query.h"
#include "storage/snapshot.h"

#include <set>

namespace atlas::storage {
namespace fs = std::filesystem;

namespace {

using Findings = std::vector<std::string>;

void verifyDatabase(Connection &connection, Findings &findings)
{
    {
        Query query(connection, "PRAGMA integrity_check(100)");
        while (query.step()) {
            if (query.text(0) != "ok") {
                findings.push_back("project.db: " + query.text(0));
            }
        }
    }
    Query keys(connection, "PRAGMA foreign_key_check");
    while (keys.step()) {
        findings.push_back("project.db: row " + std::to_string(keys.integer(1)) + " of table " + keys.text(0) +
                           " names a row of table " + keys.text(2) + " that does not exist");
    }
    const int version = schemaVersion(connection);
    if (version != currentSchemaVersion()) {
        findings.push_back("project.db: schema version " + std::to_string(version) + ", this program writes " +
                           std::to_string(currentSchemaVersion()));
    } else if (const std::string difference = schemaDifference(connection); !difference.empty()) {
        findings.push_back("project.db: " + difference);
    }
}

struct AssetRow {
    std::string sha256;
    fs::path path;
};

std::vector<AssetRow> assetRows(Connection &connection, const fs::path &folder)
{
    const AssetStore store(folder);
    std::vector<AssetRow> rows;
    Query query(connection, "SELECT sha256, link FROM asset ORDER BY id");
    while (query.step()) {
        const std::string hash = toHex(query.blob(0));
        rows.push_back({hash, query.isNull(1) ? store.pathOf(hash) : fs::path(query.text(1))});
    }
    return rows;
}

void verifyAsset(const AssetRow &row, Findings &findings)
{
    try {
        const std::string found = sha256OfFile(row.path);
        if (found != row.sha256) {
            findings.push_back(row.path.string() + ": the content changed: expected SHA-256 " + row.sha256 +
                               ", but it is " + found);
        }
    } catch (const Error &error) {
        findings.push_back(row.path.string() + ": " + error.message());
    }
}

void verifyRuns(Connection &connection, const fs::path &models, Findings &findings)
{
    std::set<std::string> known;
    Query query(connection, "SELECT uuid, name, status = 'finished' AND deleted_us = 0 FROM run");
    while (query.step()) {
        const std::string uuid = query.text(0);
        known.insert(uuid);
        if (query.integer(2) != 0 && !fs::is_directory(models / uuid)) {
            findings.push_back("run " + query.text(1) + " (" + uuid +
                               ") is finished, but its folder in models is missing");
        }
    }
    std::error_code code;
    for (const fs::directory_entry &entry : fs::directory_iterator(models, code)) {
        if (!known.contains(entry.path().filename().string())) {
            findings.push_back(entry.path().string() + ": belongs to no run");
        }
    }
    if (code) {
        findings.push_back(models.string() + ": cannot be read: " + code.message());
    }
}

/// The trail of decisions, and the packages of model versions.
void verifyDecisions(Connection &connection, const fs::path &models, Findings &findings)
{
    for (const ChainProblem &problem : AuditTrail(connection).verify().problems) {
        findings.push_back(inWords(problem));
    }
    for (const ModelVersion &version : ModelRegistry(connection).list()) {
        for (const Sentence &problem : packageProblems(version, models / version.run.uuid)) {
            findings.push_back(problem.english());
        }
    }
}

}  // namespace

std::vector<std::string> verifyProject(const Project &project, Observer &observer, std::stop_token stop)
{
    Findings findings;
    const auto connection = project.connect();
    observer.progress(0, say(QT_TRANSLATE_NOOP("Sentence", "Checking the database")));
    verifyDatabase(*connection, findings);
    const auto snapshot = snapshotFacts(project.folder());
    if (snapshot) {
        for (std::string &problem : snapshotProblems(project.folder())) {
            findings.push_back(std::move(problem));
        }
        if (!snapshot->pictures) {
            return findings;
        }
    } else {
        verifyRuns(*connection, project.folder() / "models", findings);
    }
    if (!snapshot && schemaVersion(*connection) == currentSchemaVersion()) {
        verifyDecisions(*connection, project.folder() / "models", findings);
    }
    const std::vector<AssetRow> assets = assetRows(*connection, project.assetFolder());
    for (std::size_t i = 0; i < assets.size(); ++i) {
        throwIfStopped(stop);
        observer.progress(static_cast<double>(i) / static_cast<double>(assets.size()),
                          say(QT_TRANSLATE_NOOP("Sentence", "Checking pictures")));
        verifyAsset(assets[i], findings);
    }
    observer.progress(1, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
    return findings;
}

}  // namespace atlas::storage
