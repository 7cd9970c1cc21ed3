// What may change of a task after it was made, and its removal.

#include "storage/task_store.h"

#include "core/error.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"
#include "storage/task_filter.h"
#include "storage/task_names.h"

#include <bit>

namespace atlas::storage {
namespace {

std::vector<std::string> runsOf(Connection &connection, std::int64_t task)
{
    Query query(connection, "SELECT r.name FROM run_task t JOIN run r ON r.id = t.run_id WHERE t.task_id = ? "
                            "ORDER BY r.id");
    query.bind(task);
    std::vector<std::string> runs;
    while (query.step()) {
        runs.push_back(query.text(0));
    }
    return runs;
}

void refuseWhileRun(Connection &connection, const Task &task)
{
    if (const std::vector<std::string> runs = runsOf(connection, task.id); !runs.empty()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The task \"%1\" is used by the run \"%2\". Nothing was changed."),
                task.name, runs.front()),
            say(QT_TRANSLATE_NOOP("Sentence", "Its results would lose their meaning; make a new task instead.")));
    }
}

/// The name of a task whose column refers to this one.
std::optional<std::string> referrer(Connection &connection, const char *column, std::int64_t task)
{
    Query query(connection, std::string("SELECT name FROM task WHERE ") + column + " = ?");
    return query.bind(task).step() ? std::optional(query.text(0)) : std::nullopt;
}

RemovedTask snapshot(Connection &connection, const Task &task, const TaskDetails &details)
{
    RemovedTask removed{.task = task,
                        .details = details,
                        .keptFilter = {},
                        .classes = {},
                        .samples = {},
                        .previous = {},
                        .sandboxOf = {}};
    Query row(connection, "SELECT data_filter, previous_id, sandbox_of FROM task WHERE id = ?");
    row.bind(task.id).first();
    removed.keptFilter = row.text(0);
    removed.previous = row.isNull(1) ? std::nullopt : std::optional(row.integer(1));
    removed.sandboxOf = row.isNull(2) ? std::nullopt : std::optional(row.integer(2));
    Query classes(connection, "SELECT class_id FROM task_class WHERE task_id = ? ORDER BY position");
    classes.bind(task.id);
    while (classes.step()) {
        removed.classes.push_back(classes.integer(0));
    }
    Query samples(connection, "SELECT split, sample_id FROM task_sample WHERE task_id = ?");
    samples.bind(task.id);
    while (samples.step()) {
        removed.samples.emplace_back(static_cast<Split>(samples.integer(0)), samples.integer(1));
    }
    return removed;
}

}  // namespace

TaskDetails TaskStore::details(const std::string &name)
{
    const Task task = known(name);
    Query query(m_connection, "SELECT t.data_filter, t.validation_share, t.test_share, t.seed, "
                              "coalesce((SELECT o.name FROM task o WHERE o.id = t.sandbox_of), '') "
                              "FROM task t WHERE t.id = ?");
    query.bind(task.id).first();
    return {.filter = filterText(readFilter(m_connection, query.text(0))),
            .validationShare = query.real(1),
            .testShare = query.real(2),
            .seed = std::bit_cast<std::uint64_t>(query.integer(3)),
            .sandboxOf = query.text(4),
            .runs = runsOf(m_connection, task.id)};
}

void TaskStore::setMetric(const std::string &name, const std::string &metric)
{
    const Task task = known(name);
    const std::string chosen = score(metric).name;
    if (chosen != task.metric) {
        refuseWhileRun(m_connection, task);
        Query(m_connection, "UPDATE task SET metric = ? WHERE id = ?").bind(chosen, task.id).run();
    }
}

void TaskStore::rename(const std::string &from, const std::string &to)
{
    const Task task = known(from);
    if (from == to) {
        return;
    }
    refuseWhileRun(m_connection, task);
    if (to.empty() || find(to)) {
        throw unfitName(from, to);
    }
    Query(m_connection, "UPDATE task SET name = ? WHERE id = ?").bind(to, task.id).run();
}

RemovedTask TaskStore::remove(const std::string &name)
{
    const Task task = known(name);
    if (Query query(m_connection, "SELECT s.name FROM sequence_task t JOIN sequence s ON s.id = t.sequence_id "
                                  "WHERE t.task_id = ?");
        query.bind(task.id).step()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The task \"%1\" is used by the sequence \"%2\". Nothing was changed."),
                name, query.text(0)),
            say(QT_TRANSLATE_NOOP("Sentence", "Take it out of the sequence first.")));
    }
    refuseWhileRun(m_connection, task);
    if (const auto newer = referrer(m_connection, "previous_id", task.id)) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The task \"%1\" is used by the task \"%2\", its next version. Nothing was changed."),
                name, *newer),
            say(QT_TRANSLATE_NOOP("Sentence", "Remove that one first.")));
    }
    if (const auto copy = referrer(m_connection, "sandbox_of", task.id)) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The task \"%1\" is used by the task \"%2\", its sandbox copy. Nothing was changed."),
                name, *copy),
            say(QT_TRANSLATE_NOOP("Sentence", "Remove that one first.")));
    }
    const RemovedTask removed = snapshot(m_connection, task, details(name));
    Query(m_connection, "DELETE FROM task WHERE id = ?").bind(task.id).run();
    return removed;
}

void TaskStore::putBack(const RemovedTask &removed)
{
    const Task &task = removed.task;
    if (find(task.name)) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "\"%1\" cannot come back: there is another task of that name. Nothing was changed."),
                task.name),
            say(QT_TRANSLATE_NOOP("Sentence", "Rename that one first.")));
    }
    Query(m_connection,
          "INSERT INTO task (id, name, dataset_id, kind, label_form, metric, validation_share, test_share, "
          "seed, created_us, version, previous_id, data_filter, sandbox_of) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(task.id, task.name, task.datasetId, task.kind, static_cast<int>(task.labelForm), task.metric,
              removed.details.validationShare, removed.details.testShare,
              std::bit_cast<std::int64_t>(removed.details.seed), task.createdUs, task.version, removed.previous,
              removed.keptFilter, removed.sandboxOf)
        .run();
    for (std::size_t i = 0; i < removed.classes.size(); ++i) {
        Query(m_connection, "INSERT INTO task_class (task_id, position, class_id) VALUES (?, ?, ?)")
            .bind(task.id, i, removed.classes[i])
            .run();
    }
    for (const auto &[split, sample] : removed.samples) {
        Query(m_connection, "INSERT INTO task_sample (task_id, split, sample_id) VALUES (?, ?, ?)")
            .bind(task.id, static_cast<int>(split), sample)
            .run();
    }
}

}  // namespace atlas::storage
