#pragma once

#include "core/data_version_ref.h"
#include "core/run_record.h"
#include "core/sentence.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace atlas::storage {

class Connection;

/// The alias that names what serves. Others are free names.
inline constexpr char kProduction[] = "production";
inline constexpr char kCandidate[] = "candidate";

/// A task package of a model version as it was registered.
struct PackageFile {
    std::string path;  ///< within the folder of the run's model, "notes/package.safetensors"
    std::int64_t bytes = 0;
    std::string sha256;

    bool operator==(const PackageFile &) const = default;
};

/// The packages in a run's model folder, by path. Reads every byte: never inside a writer's job.
/// Errors: NotFound (there is none), Io.
std::vector<PackageFile> hashPackages(const std::filesystem::path &modelFolder);

/// A finished run whose weights are known to the byte.
struct ModelVersion {
    std::int64_t number = 0;  ///< shown as v1, v2, v3
    RunRecord run;            ///< with the hash of its backbone
    std::vector<DataVersionRef> data;
    std::vector<PackageFile> files;
    std::vector<std::string> aliases;  ///< that stand for it now
    std::string note;
    std::int64_t atUs = 0;
    std::string actor;

    std::string key() const { return "v" + std::to_string(number); }
};

/// What is wrong with the files of a version, in words; empty = byte for byte what was registered.
std::vector<Sentence> packageProblems(const ModelVersion &version, const std::filesystem::path &modelFolder);

/// Errors: Damaged where the files are not what was registered: such a version must not serve.
void requireSound(const ModelVersion &version, const std::filesystem::path &modelFolder);

/// One move of an alias, or a request for one.
struct AliasEvent {
    std::int64_t id = 0;
    std::string alias;
    std::string what;  ///< promote, roll_back, request, approve, reject
    std::int64_t version = 0;
    std::string runName;
    std::int64_t request = 0;  ///< that is approved or rejected; 0 = none
    std::string verdict;       ///< core/verdict.h, at that moment; empty = nobody asked
    std::string reason;
    std::int64_t atUs = 0;
    std::string actor;
};

struct Alias {
    std::string name;
    std::int64_t version = 0;           ///< 0 = it stands for nothing yet: only a request was made
    std::optional<AliasEvent> request;  ///< that waits for a second person
};

/// Who says why a name is to stand for what.
struct Move {
    std::string alias = kProduction;
    std::string reason = {};  ///< required
    std::string actor = {};
    std::string verdict = {};
};

/// Model versions and the names that stand for them. Everything is an entry of the audit trail, in the same job.
/// Requires: what changes something runs inside a writer's job.
/// Errors of moves: BadInput (no reason; a name that could be mistaken for a run; nothing would change; the same person
/// asks and approves; no open request, or one already), NotFound.
class ModelRegistry {
public:
    explicit ModelRegistry(Connection &connection) : m_connection(connection) {}

    std::vector<ModelVersion> list();  ///< newest first
    std::optional<ModelVersion> find(std::int64_t number);
    std::optional<ModelVersion> versionOf(const std::string &runUuid);
    ModelVersion get(const std::string &key);  ///< "v3".  Errors: NotFound

    /// Makes the run's version, or gives the one there is.  Errors: BadInput (not finished), NotFound.
    ModelVersion add(const std::string &runUuid, const std::vector<PackageFile> &files, const std::string &note,
                     const std::string &actor);

    std::vector<Alias> aliases();                              ///< production first
    std::vector<AliasEvent> events(const std::string &alias);  ///< newest first; empty name = of all
    /// The run that a name stands for.
    std::optional<RunRecord> resolve(const std::string &alias);

    /// Lets the name stand for the version; where the update policy asks for a second person it is a request.
    AliasEvent promote(std::int64_t version, const Move &move);
    AliasEvent approve(const Move &move);  ///< the open request of the alias
    AliasEvent reject(const Move &move);
    /// Back to a version the name has stood for; 0 = the one before. Needs no second person: it was approved before.
    AliasEvent rollBack(std::int64_t version, const Move &move);
    /// Where a roll back without a version would go; 0 = nowhere.
    std::int64_t before(const std::string &alias);

    /// Writes down that the run is not to serve.
    void decline(const std::string &runUuid, const Move &move);

private:
    AliasEvent record(const std::string &what, std::int64_t version, std::int64_t request, const Move &move);
    AliasEvent answer(const std::string &what, const Move &move);
    std::int64_t current(const std::string &alias);
    std::string titleOf(std::int64_t version);

    Connection &m_connection;
};

/// The run by all that RunStore::find() takes, or by an alias.
std::optional<RunRecord> findRunOrAlias(Connection &connection, const std::string &key);

}  // namespace atlas::storage
