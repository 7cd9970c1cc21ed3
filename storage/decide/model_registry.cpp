#include "storage/decide/model_registry.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/audit_trail.h"
#include "storage/decide/update_policy.h"
#include "storage/digest.h"
#include "storage/query.h"
#include "storage/run_store.h"
#include "storage/versions/run_data.h"

#include <algorithm>
#include <charconv>

namespace atlas::storage {
namespace {

constexpr char kBlanks[] = " \t\r\n";

bool blank(const std::string &text)
{
    return text.find_first_not_of(kBlanks) == std::string::npos;
}

/// A name that no run, number or version can be meant by.
void checkAlias(Connection &connection, const std::string &alias)
{
    const bool spaced = alias.find_first_of(kBlanks) != std::string::npos;
    const bool number = alias.find_first_not_of("0123456789", alias.starts_with('v') ? 1 : 0) == std::string::npos;
    const bool uuid = namesUuid(alias) && alias.find_first_not_of("0123456789abcdef-") == std::string::npos;
    const bool run = Query(connection, "SELECT 1 FROM run WHERE name = ? AND deleted_us = 0").bind(alias).step();
    if (spaced || number || uuid || run) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "\"%1\" cannot be the name of a model: it could be taken for a run or a version."),
                alias),
            say(QT_TRANSLATE_NOOP("Sentence", "Give one word that begins with a letter, like production.")));
    }
}

void checkMove(Connection &connection, const Move &move)
{
    checkAlias(connection, move.alias);
    if (blank(move.reason)) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "There is no reason. Nothing was changed.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Say in a few words why.")));
    }
}

Sentence inWords(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued: return say(QT_TRANSLATE_NOOP("Sentence", "queued"));
    case RunStatus::Running: return say(QT_TRANSLATE_NOOP("Sentence", "running"));
    case RunStatus::Paused: return say(QT_TRANSLATE_NOOP("Sentence", "paused"));
    case RunStatus::Interrupted: return say(QT_TRANSLATE_NOOP("Sentence", "interrupted"));
    case RunStatus::Finished: return say(QT_TRANSLATE_NOOP("Sentence", "finished"));
    case RunStatus::Failed: return say(QT_TRANSLATE_NOOP("Sentence", "failed"));
    case RunStatus::Cancelled: return say(QT_TRANSLATE_NOOP("Sentence", "cancelled"));
    }
    return {};
}

AliasEvent readEvent(Query &query)
{
    return {.id = query.integer(0),
            .alias = query.text(1),
            .what = query.text(2),
            .version = query.integer(3),
            .runName = query.text(4),
            .request = query.isNull(5) ? 0 : query.integer(5),
            .verdict = query.text(6),
            .reason = query.text(7),
            .atUs = query.integer(8),
            .actor = query.text(9)};
}

const std::string kEvents =
    "SELECT e.id, e.alias, e.what, e.version_id, r.name, e.request_id, e.verdict, e.reason, e.at_us, e.actor "
    "FROM alias_event e JOIN model_version v ON v.id = e.version_id JOIN run r ON r.id = v.run_id ";

/// The request of an alias that nobody has answered.
std::optional<AliasEvent> openRequest(Connection &connection, const std::string &alias)
{
    Query query(connection, kEvents + "WHERE e.alias = ? AND e.what = 'request' AND NOT EXISTS "
                                      "(SELECT 1 FROM alias_event a WHERE a.request_id = e.id)");
    return query.bind(alias).step() ? std::optional(readEvent(query)) : std::nullopt;
}

}  // namespace

std::vector<ModelVersion> ModelRegistry::list()
{
    std::vector<std::int64_t> numbers;
    Query query(m_connection, "SELECT id FROM model_version ORDER BY id DESC");
    while (query.step()) {
        numbers.push_back(query.integer(0));
    }
    std::vector<ModelVersion> versions;
    for (const std::int64_t number : numbers) {
        if (auto version = find(number)) {
            versions.push_back(std::move(*version));
        }
    }
    return versions;
}

std::optional<ModelVersion> ModelRegistry::find(std::int64_t number)
{
    Query query(m_connection, "SELECT r.uuid, v.note, v.at_us, v.actor FROM model_version v "
                              "JOIN run r ON r.id = v.run_id WHERE v.id = ?");
    if (!query.bind(number).step()) {
        return std::nullopt;
    }
    ModelVersion version;
    version.number = number;
    version.run.uuid = query.text(0);
    if (auto run = RunStore(m_connection).find(version.run.uuid)) {
        version.run = std::move(*run);
    }
    version.note = query.text(1);
    version.atUs = query.integer(2);
    version.actor = query.text(3);
    version.data = runData(m_connection, version.run.id);
    Query files(m_connection, "SELECT path, bytes, sha256 FROM model_file WHERE version_id = ? ORDER BY path");
    files.bind(number);
    while (files.step()) {
        version.files.push_back({files.text(0), files.integer(1), toHex(files.blob(2))});
    }
    Query aliases(m_connection, "SELECT alias FROM alias_now WHERE version_id = ? ORDER BY alias <> ?, alias");
    aliases.bind(number, kProduction);
    while (aliases.step()) {
        version.aliases.push_back(aliases.text(0));
    }
    return version;
}

std::optional<ModelVersion> ModelRegistry::versionOf(const std::string &runUuid)
{
    Query query(m_connection, "SELECT v.id FROM model_version v JOIN run r ON r.id = v.run_id WHERE r.uuid = ?");
    return query.bind(runUuid).step() ? find(query.integer(0)) : std::nullopt;
}

ModelVersion ModelRegistry::get(const std::string &key)
{
    std::int64_t number = 0;
    const char *begin = key.data() + (key.starts_with('v') ? 1 : 0);
    const char *end = key.data() + key.size();
    if (const auto [stop, code] = std::from_chars(begin, end, number); code == std::errc() && stop == end) {
        if (auto version = find(number)) {
            return *version;
        }
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no model version \"%1\"."), key),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas model PROJECT list")));
}

ModelVersion ModelRegistry::add(const std::string &runUuid, const std::vector<PackageFile> &files,
                                const std::string &note, const std::string &actor)
{
    if (auto known = versionOf(runUuid)) {
        return *known;
    }
    const std::optional<RunRecord> run = RunStore(m_connection).find(runUuid);
    if (!run) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1."), runUuid),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
    }
    if (run->status != RunStatus::Finished) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 is %2: only a finished run can become a model version."), run->name,
                inWords(run->status)),
            say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is finished, or resume it: atlas resume PROJECT RUN")));
    }
    Query insert(m_connection,
                 "INSERT INTO model_version (run_id, note, at_us, actor) VALUES (?, ?, ?, ?) RETURNING id");
    insert.bind(run->id, note, nowUs(), actor).first();
    const std::int64_t number = insert.integer(0);
    insert.run();
    Sha256 all;
    for (const PackageFile &file : files) {
        Query(m_connection, "INSERT INTO model_file (version_id, path, bytes, sha256) VALUES (?, ?, ?, ?)")
            .bind(number, file.path, file.bytes, std::span<const std::byte>(toDigest(file.sha256)))
            .run();
        all.add(file.sha256 + "  " + file.path + "\n");
    }
    AuditTrail(m_connection)
        .append({.actor = actor,
                 .action = audit::kVersion,
                 .object = "v" + std::to_string(number),
                 .before = {},
                 .after = run->name + " " + run->uuid + ", " + std::to_string(files.size()) + " packages, SHA-256 " +
                          all.hex()});
    return *find(number);
}

std::vector<Alias> ModelRegistry::aliases()
{
    std::vector<Alias> aliases;
    Query query(m_connection, "SELECT DISTINCT e.alias, n.version_id FROM alias_event e "
                              "LEFT JOIN alias_now n ON n.alias = e.alias ORDER BY e.alias <> ?, e.alias");
    query.bind(kProduction);
    while (query.step()) {
        aliases.push_back({.name = query.text(0), .version = query.isNull(1) ? 0 : query.integer(1), .request = {}});
    }
    for (Alias &alias : aliases) {
        alias.request = openRequest(m_connection, alias.name);
    }
    return aliases;
}

std::vector<AliasEvent> ModelRegistry::events(const std::string &alias)
{
    Query query(m_connection, kEvents + "WHERE ?1 = '' OR e.alias = ?1 ORDER BY e.id DESC");
    query.bind(alias);
    std::vector<AliasEvent> events;
    while (query.step()) {
        events.push_back(readEvent(query));
    }
    return events;
}

std::optional<RunRecord> ModelRegistry::resolve(const std::string &alias)
{
    const std::int64_t version = current(alias);
    if (version == 0) {
        return std::nullopt;
    }
    return find(version)->run;
}

AliasEvent ModelRegistry::promote(std::int64_t version, const Move &move)
{
    checkMove(m_connection, move);
    if (!find(version)) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no model version v%1."), version),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas model PROJECT list")));
    }
    if (current(move.alias) == version) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 is %2 already. Nothing was changed."),
                                             titleOf(version), move.alias));
    }
    if (const auto open = openRequest(m_connection, move.alias)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "%1 asked to make %2 %3, and nobody has answered yet. Nothing was changed."),
                        open->actor, titleOf(open->version), move.alias),
                    say(QT_TRANSLATE_NOOP("Sentence", "Approve or reject that request first.")));
    }
    const bool asks = move.alias == kProduction && readPolicy(m_connection).secondPerson;
    return record(asks ? audit::kRequest : audit::kPromote, version, 0, move);
}

AliasEvent ModelRegistry::answer(const std::string &what, const Move &move)
{
    checkMove(m_connection, move);
    const std::optional<AliasEvent> open = openRequest(m_connection, move.alias);
    if (!open) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "Nobody has asked to change %1. Nothing was changed."), move.alias),
            say(QT_TRANSLATE_NOOP("Sentence", "See: atlas model PROJECT history")));
    }
    if (open->actor == move.actor && what == audit::kApprove) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 asked for it and cannot approve it too. Nothing was changed."),
                move.actor),
            say(QT_TRANSLATE_NOOP("Sentence", "The update policy asks for a second person.")));
    }
    Move answered = move;
    answered.verdict = open->verdict;
    return record(what, open->version, open->id, answered);
}

AliasEvent ModelRegistry::approve(const Move &move)
{
    return answer(audit::kApprove, move);
}

AliasEvent ModelRegistry::reject(const Move &move)
{
    return answer(audit::kReject, move);
}

AliasEvent ModelRegistry::rollBack(std::int64_t version, const Move &move)
{
    checkMove(m_connection, move);
    const std::int64_t target = version != 0 ? version : before(move.alias);
    if (target == 0) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no earlier version of %1 to go back to."), move.alias),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas model PROJECT history")));
    }
    Query served(m_connection, "SELECT 1 FROM alias_event WHERE alias = ? AND version_id = ? "
                               "AND what IN ('promote', 'roll_back', 'approve')");
    if (!served.bind(move.alias, target).step() || current(move.alias) == target) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "v%1 is no earlier version of %2. Nothing was changed."), target,
                move.alias),
            say(QT_TRANSLATE_NOOP("Sentence", "Go back to one that it has stood for: atlas model PROJECT history")));
    }
    return record(audit::kRollBack, target, 0, move);
}

std::int64_t ModelRegistry::before(const std::string &alias)
{
    // What the name stood for just before it first stood for the version of now.
    Query query(m_connection,
                "SELECT version_id FROM alias_event WHERE alias = ?1 AND what IN ('promote', 'roll_back', 'approve') "
                "AND id < (SELECT min(id) FROM alias_event WHERE alias = ?1 AND version_id = ?2 "
                "AND what IN ('promote', 'roll_back', 'approve')) ORDER BY id DESC LIMIT 1");
    return query.bind(alias, current(alias)).step() ? query.integer(0) : 0;
}

void ModelRegistry::decline(const std::string &runUuid, const Move &move)
{
    checkMove(m_connection, move);
    const std::optional<RunRecord> run = RunStore(m_connection).find(runUuid);
    if (!run) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1."), runUuid),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
    }
    AuditTrail(m_connection)
        .append({.actor = move.actor,
                 .action = audit::kDecline,
                 .object = run->name,
                 .before = {},
                 .after = "not " + move.alias + (move.verdict.empty() ? "" : "; verdict: " + move.verdict) +
                          "; reason: " + move.reason});
}

AliasEvent ModelRegistry::record(const std::string &what, std::int64_t version, std::int64_t request, const Move &move)
{
    const std::int64_t old = current(move.alias);
    Query insert(m_connection, "INSERT INTO alias_event (alias, what, version_id, request_id, verdict, reason, at_us, "
                               "actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    insert
        .bind(move.alias, what, version, request != 0 ? std::optional(request) : std::nullopt, move.verdict,
              move.reason, nowUs(), move.actor)
        .first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    AuditTrail(m_connection)
        .append({.actor = move.actor,
                 .action = what,
                 .object = move.alias,
                 .before = old != 0 ? titleOf(old) : "",
                 .after = titleOf(version) + (move.verdict.empty() ? "" : "; verdict: " + move.verdict) +
                          "; reason: " + move.reason});
    Query query(m_connection, kEvents + "WHERE e.id = ?");
    query.bind(id).first();
    return readEvent(query);
}

std::int64_t ModelRegistry::current(const std::string &alias)
{
    Query query(m_connection, "SELECT version_id FROM alias_now WHERE alias = ?");
    return query.bind(alias).step() ? query.integer(0) : 0;
}

std::string ModelRegistry::titleOf(std::int64_t version)
{
    const std::optional<ModelVersion> found = find(version);
    return "v" + std::to_string(version) + (found ? " (" + found->run.name + ")" : "");
}

std::optional<RunRecord> findRunOrAlias(Connection &connection, const std::string &key)
{
    if (auto run = RunStore(connection).find(key)) {
        return run;
    }
    return ModelRegistry(connection).resolve(key);
}

}  // namespace atlas::storage
