#include "storage/run_store.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/sentence_json.h"
#include "core/translatable.h"
#include "storage/process_identity.h"
#include "storage/query.h"
#include "storage/run_list.h"
#include "storage/run_summary.h"
#include "storage/task_store.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <unordered_map>

namespace atlas::storage {
namespace {

const std::string kSelect =
    "SELECT id, uuid, name, sequence, strategy, seed, backbone_name, backbone_sha256, max_train, device, precision, "
    "status, progress, message, host, created_us, started_us, ended_us, heartbeat_us, "
    "(SELECT p.uuid FROM run p WHERE p.id = run.parent_id), how, inherited, replaced FROM run WHERE deleted_us = 0 ";

RunRecord readRow(Query &query)
{
    RunRecord run;
    run.id = query.integer(0);
    run.uuid = query.text(1);
    run.name = query.text(2);
    run.spec.sequence = query.text(3);
    run.spec.strategy = query.text(4);
    run.spec.seed = std::bit_cast<std::uint64_t>(query.integer(5));
    run.spec.backboneName = query.text(6);
    run.spec.backboneSha256 = query.text(7);
    run.spec.maxTrain = query.integer(8);
    run.spec.device = query.text(9);
    run.spec.precision = query.text(10);
    run.status = parseRunStatus(query.text(11)).value_or(RunStatus::Failed);
    run.progress = query.real(12);
    run.message = query.text(13);
    run.host = query.text(14);
    run.createdUs = query.integer(15);
    run.startedUs = query.integer(16);
    run.endedUs = query.integer(17);
    run.heartbeatUs = query.integer(18);
    if (!query.isNull(19)) {
        run.spec.origin = {.run = query.text(19),
                           .how = query.text(20),
                           .learned = static_cast<int>(query.integer(21)),
                           .replaced = query.isNull(22) ? -1 : static_cast<int>(query.integer(22))};
    }
    return run;
}

void readParts(Connection &connection, RunRecord &run)
{
    Query settings(connection, "SELECT key, text FROM run_setting WHERE run_id = ?");
    settings.bind(run.id);
    while (settings.step()) {
        run.spec.settings[settings.text(0)] = settings.text(1);
    }
    Query tasks(connection, "SELECT t.name FROM run_task r JOIN task t ON t.id = r.task_id "
                            "WHERE r.run_id = ? ORDER BY r.position");
    tasks.bind(run.id);
    while (tasks.step()) {
        run.tasks.push_back(tasks.text(0));
    }
}

template <typename... Values>
std::vector<RunRecord> select(Connection &connection, const std::string &rest, const Values &...values)
{
    std::vector<RunRecord> runs;
    {
        Query query(connection, kSelect + rest);
        query.bind(values...);
        while (query.step()) {
            runs.push_back(readRow(query));
        }
    }
    for (RunRecord &run : runs) {
        readParts(connection, run);
    }
    return runs;
}

std::optional<RunRecord> onlyOne(std::vector<RunRecord> runs, const std::string &key)
{
    if (runs.size() > 1) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" names %2 runs, among them %3 and %4."), key, runs.size(),
                        runs[0].uuid, runs[1].uuid),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give more of the identifier.")));
    }
    return runs.empty() ? std::nullopt : std::optional(std::move(runs.front()));
}

template <typename Number>
std::optional<Number> wholeNumber(const std::string &text)
{
    Number number{};
    const char *end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, number);
    return code == std::errc() && stop == end && !text.empty() ? std::optional(number) : std::nullopt;
}

/// A table of what runs measured.
struct MeasuredTable {
    const char *name;
    const char *columns;    ///< but the run's
    const char *task;       ///< column of the task that a row tells of
    const char *row = "0";  ///< column of the matrix' row, where it has one
};

constexpr MeasuredTable kMeasured[] = {
    {"cell", "after_task, eval_task, n, logits_sha256, seconds_per_sample", "eval_task", "after_task"},
    {"cell_score", "after_task, eval_task, score, value", "eval_task", "after_task"},
    {"prediction", "after_task, eval_task, position, sample_id, predicted, expected, confidence, score", "eval_task",
     "after_task"},
    {"decision", "task, policy, stage1, gain, se, novelty, decision, sites_kept, sites, reason, inputs", "task"},
    {"cost",
     "task, train_seconds, samples_per_second, adapter_parameters, head_parameters, bytes_added, peak_memory_bytes, "
     "random_score",
     "task"},
    {"adapter_effect", "task, adapter, first_layer, last_layer, effect, se, n", "task"}};

/// Copies what was measured of the tasks that a run takes over. Of a task that is replaced nothing, and not the last
/// row of the matrix, which is measured anew then.
void copyMeasured(Connection &connection, std::int64_t from, std::int64_t to, const RunOrigin &origin)
{
    const int lastRow = origin.learned - (origin.replaced >= 0 ? 2 : 1);
    for (const MeasuredTable &table : kMeasured) {
        const std::string columns = table.columns;
        Query(connection, std::string("INSERT INTO ") + table.name + " (run_id, " + columns + ") SELECT ?1, " +
                              columns + " FROM " + table.name + " WHERE run_id = ?2 AND " + table.task + " <> ?3 AND " +
                              table.row + " BETWEEN 0 AND ?4")
            .bind(to, from, origin.replaced, lastRow)
            .run();
    }
    refreshSummary(connection, to);
}

bool hasEnded(RunStatus status)
{
    return status != RunStatus::Queued && status != RunStatus::Running && status != RunStatus::Paused;
}

}  // namespace

RunRecord RunStore::create(const RunSpec &spec)
{
    Query sequence(m_connection, "SELECT id FROM sequence WHERE name = ?");
    if (!sequence.bind(spec.sequence).step()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no sequence \"%1\"."), spec.sequence),
                    say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas sequence PROJECT list")));
    }
    const std::int64_t id = insert(spec);
    Query(m_connection, "INSERT INTO run_task (run_id, position, task_id) "
                        "SELECT ?, position, task_id FROM sequence_task WHERE sequence_id = ?")
        .bind(id, sequence.integer(0))
        .run();
    return select(m_connection, "AND id = ?", id).front();
}

RunRecord RunStore::create(const DerivedRun &run)
{
    const RunOrigin &origin = run.spec.origin;
    const std::optional<RunRecord> parent = find(origin.run);
    if (!parent) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1 to go on from."), origin.run),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
    }
    const std::int64_t id = insert(run.spec);
    Query(m_connection, "UPDATE run SET parent_id = ?, how = ?, inherited = ?, replaced = ? WHERE id = ?")
        .bind(parent->id, origin.how, origin.learned,
              origin.replaced >= 0 ? std::optional<std::int64_t>(origin.replaced) : std::nullopt, id)
        .run();
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        Query task(m_connection, "INSERT INTO run_task (run_id, position, task_id) "
                                 "SELECT ?, ?, id FROM task WHERE name = ? RETURNING task_id");
        if (!task.bind(id, i, run.tasks[i]).step()) {
            throw Error(ErrorCode::NotFound,
                        say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\"."), run.tasks[i]),
                        say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas task PROJECT list")));
        }
        task.run();
    }
    if (origin.learned > 0) {
        copyMeasured(m_connection, parent->id, id, origin);
    }
    return select(m_connection, "AND id = ?", id).front();
}

std::int64_t RunStore::insert(const RunSpec &spec)
{
    Query insert(m_connection,
                 "INSERT INTO run (uuid, name, sequence, strategy, seed, backbone_name, backbone_sha256, max_train, "
                 "device, precision, status, progress, message, host, pid, boot_id, created_us, started_us, ended_us, "
                 "heartbeat_us, deleted_us) "
                 "VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, '', '', 0, '', ?, 0, 0, 0, 0) RETURNING id");
    insert.bind(makeUuid(), spec.sequence, spec.strategy, std::bit_cast<std::int64_t>(spec.seed), spec.backboneName,
                spec.backboneSha256, spec.maxTrain, spec.device, spec.precision, nowUs());
    insert.first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    Query(m_connection, "UPDATE run SET name = strategy || ' ' || id WHERE id = ?").bind(id).run();
    for (const auto &[key, text] : spec.settings) {
        Query(m_connection, "INSERT INTO run_setting (run_id, key, text, number) VALUES (?, ?, ?, ?)")
            .bind(id, key, text, wholeNumber<double>(text))
            .run();
    }
    return id;
}

std::optional<RunRecord> RunStore::claim(const std::string &uuid)
{
    const ProcessIdentity self = thisProcess();
    const std::string which = uuid.empty()
                                  ? "(SELECT min(id) FROM run WHERE status = 'queued' AND deleted_us = 0 AND ?1 = '')"
                                  : "(SELECT id FROM run WHERE uuid = ?1 AND deleted_us = 0 "
                                    "AND status IN ('queued', 'paused', 'interrupted', 'cancelled', 'failed'))";
    Query query(m_connection, "UPDATE run SET status = 'running', host = ?2, pid = ?3, boot_id = ?4, "
                              "started_us = CASE started_us WHEN 0 THEN ?5 ELSE started_us END, ended_us = 0, "
                              "heartbeat_us = ?5, message = '' WHERE id = " +
                                  which + " RETURNING uuid");
    if (!query.bind(uuid, self.host, self.pid, self.bootId, nowUs()).step()) {
        return std::nullopt;
    }
    const std::string claimed = query.text(0);
    query.run();
    return find(claimed);
}

void RunStore::heartbeat(const std::string &uuid, double progress, const std::string &message)
{
    Query(m_connection, "UPDATE run SET progress = ?, message = ?, heartbeat_us = ? WHERE uuid = ?")
        .bind(progress, message, nowUs(), uuid)
        .run();
}

void RunStore::setStatus(const std::string &uuid, RunStatus status, const std::string &message)
{
    Query query(m_connection, "UPDATE run SET status = ?, message = ?, heartbeat_us = ?3, ended_us = ?4, "
                              "progress = CASE ?1 WHEN 'finished' THEN 1 ELSE progress END WHERE uuid = ?5 "
                              "RETURNING id");
    const std::int64_t now = nowUs();
    if (!query.bind(runStatusName(status), message, now, hasEnded(status) ? now : 0, uuid).step()) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1."), uuid));
    }
}

std::vector<RunRecord> RunStore::markInterrupted(std::int64_t silentUs)
{
    std::vector<std::string> gone;
    {
        const std::int64_t latest = nowUs() - silentUs;
        Query query(m_connection, "SELECT uuid, host, pid, boot_id, heartbeat_us FROM run WHERE status = 'running'");
        while (query.step()) {
            const ProcessIdentity owner{query.text(1), query.integer(2), query.text(3), {}};
            if (query.integer(4) < latest || storage::hasEnded(owner)) {
                gone.push_back(query.text(0));
            }
        }
    }
    std::vector<RunRecord> marked;
    for (const std::string &uuid : gone) {
        setStatus(
            uuid, RunStatus::Interrupted,
            storedText(say(QT_TRANSLATE_NOOP("Sentence", "The program that trained it ended or stopped answering."))));
        if (auto run = find(uuid)) {
            marked.push_back(std::move(*run));
        }
    }
    return marked;
}

std::vector<RunRecord> RunStore::list()
{
    std::vector<RunRecord> runs = listRuns(m_connection);
    auto run = runs.rbegin();  // oldest first, as the settings come
    Query settings(m_connection, "SELECT run_id, key, text FROM run_setting ORDER BY run_id, key");
    while (settings.step()) {
        while (run != runs.rend() && run->id < settings.integer(0)) {
            ++run;
        }
        if (run == runs.rend()) {
            break;
        }
        if (run->id == settings.integer(0)) {
            run->spec.settings.emplace_hint(run->spec.settings.end(), settings.text(1), settings.text(2));
        }
    }
    return runs;
}

std::optional<RunRecord> RunStore::find(const std::string &key)
{
    if (auto runs = select(m_connection, "AND uuid = ?1", key); !runs.empty()) {
        return std::move(runs.front());
    }
    if (auto runs = select(m_connection, "AND name = ?1", key); !runs.empty()) {
        return onlyOne(std::move(runs), key);
    }
    if (const auto number = wholeNumber<std::int64_t>(key)) {
        if (auto runs = select(m_connection, "AND id = ?", *number); !runs.empty()) {
            return onlyOne(std::move(runs), key);
        }
    }
    if (!namesUuid(key)) {
        return std::nullopt;
    }
    return onlyOne(select(m_connection, "AND substr(uuid, 1, length(?1)) = ?1 ORDER BY id", key), key);
}

void RunStore::remove(const std::string &uuid)
{
    Query named(m_connection, "SELECT v.id FROM model_version v JOIN run r ON r.id = v.run_id WHERE r.uuid = ?");
    if (named.bind(uuid).step()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 is the model version v%2. It was not removed."), uuid,
                named.integer(0)),
            say(QT_TRANSLATE_NOOP("Sentence", "A model version stays, so that it can always be gone back to.")));
    }
    Query query(m_connection, "UPDATE run SET deleted_us = ? WHERE uuid = ? AND deleted_us = 0 AND status <> 'running' "
                              "RETURNING id");
    if (query.bind(nowUs(), uuid).step()) {
        return;
    }
    if (find(uuid)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The run %1 is being trained. It was not removed."), uuid),
                    say(QT_TRANSLATE_NOOP("Sentence", "Cancel it first.")));
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1."), uuid));
}

std::vector<RunRecord> listRuns(Connection &connection)
{
    std::vector<RunRecord> runs;
    std::unordered_map<std::int64_t, std::size_t> places;
    {
        Query query(connection, kSelect + "ORDER BY id DESC");
        while (query.step()) {
            runs.push_back(readRow(query));
            places.emplace(runs.back().id, runs.size() - 1);
        }
    }
    Query tasks(connection, "SELECT r.run_id, t.name FROM run_task r JOIN task t ON t.id = r.task_id "
                            "ORDER BY r.run_id, r.position");
    while (tasks.step()) {
        if (const auto place = places.find(tasks.integer(0)); place != places.end()) {
            runs[place->second].tasks.push_back(tasks.text(1));
        }
    }
    return runs;
}

}  // namespace atlas::storage
