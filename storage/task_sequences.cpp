#include "storage/task_store.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"
#include "storage/task_names.h"

#include <algorithm>
#include <set>

namespace atlas::storage {
namespace {

std::vector<std::string> tasksOf(Connection &connection, std::int64_t sequence)
{
    Query query(connection, "SELECT t.name FROM sequence_task s JOIN task t ON t.id = s.task_id "
                            "WHERE s.sequence_id = ? ORDER BY s.position");
    query.bind(sequence);
    std::vector<std::string> tasks;
    while (query.step()) {
        tasks.push_back(query.text(0));
    }
    return tasks;
}

}  // namespace

void TaskStore::setSequence(const std::string &name, const std::vector<std::string> &tasks,
                            const std::vector<std::string> &upstream)
{
    if (name.empty() || tasks.empty()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "A sequence needs a name and at least one task.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give both.")));
    }
    if (std::set<std::string>(tasks.begin(), tasks.end()).size() != tasks.size()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The sequence \"%1\" names a task twice. Nothing was changed."), name),
            say(QT_TRANSLATE_NOOP("Sentence", "Name every task once.")));
    }
    const std::set<std::string> early(upstream.begin(), upstream.end());
    for (const std::string &task : early) {
        if (std::ranges::find(tasks, task) == tasks.end()) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP(
                        "Sentence",
                        "\"%1\" is to be upstream, but is no task of the sequence \"%2\". Nothing was changed."),
                    task, name),
                say(QT_TRANSLATE_NOOP("Sentence", "Name it among the tasks too.")));
        }
    }
    std::vector<std::int64_t> ids;
    for (const std::string &task : tasks) {
        Query query(m_connection, "SELECT id FROM task WHERE name = ?");
        if (!query.bind(task).step()) {
            throw Error(ErrorCode::NotFound,
                        say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\". Nothing was changed."), task),
                        say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas task PROJECT list")));
        }
        ids.push_back(query.integer(0));
    }
    Query upsert(m_connection, "INSERT INTO sequence (name, created_us) VALUES (?, ?) "
                               "ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id");
    upsert.bind(name, nowUs()).first();
    const std::int64_t sequence = upsert.integer(0);
    upsert.run();
    Query(m_connection, "DELETE FROM sequence_task WHERE sequence_id = ?").bind(sequence).run();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Query(m_connection, "INSERT INTO sequence_task (sequence_id, position, task_id, upstream) "
                            "VALUES (?, ?, ?, ?)")
            .bind(sequence, i, ids[i], early.contains(tasks[i]) ? 1 : 0)
            .run();
    }
}

std::vector<std::string> TaskStore::upstream(const std::string &sequence)
{
    Query query(m_connection, "SELECT t.name FROM sequence_task s JOIN task t ON t.id = s.task_id "
                              "JOIN sequence q ON q.id = s.sequence_id "
                              "WHERE q.name = ? AND s.upstream = 1 ORDER BY s.position");
    query.bind(sequence);
    std::vector<std::string> tasks;
    while (query.step()) {
        tasks.push_back(query.text(0));
    }
    return tasks;
}

std::vector<TaskSequence> TaskStore::sequences()
{
    std::vector<TaskSequence> sequences;
    {
        Query query(m_connection, "SELECT id, name, created_us FROM sequence ORDER BY id");
        while (query.step()) {
            sequences.push_back({query.integer(0), query.text(1), {}, query.integer(2)});
        }
    }
    for (TaskSequence &sequence : sequences) {
        sequence.tasks = tasksOf(m_connection, sequence.id);
    }
    return sequences;
}

std::optional<TaskSequence> TaskStore::findSequence(const std::string &name)
{
    Query query(m_connection, "SELECT id, name, created_us FROM sequence WHERE name = ?");
    if (!query.bind(name).step()) {
        return std::nullopt;
    }
    TaskSequence sequence{query.integer(0), query.text(1), {}, query.integer(2)};
    sequence.tasks = tasksOf(m_connection, sequence.id);
    return sequence;
}

void TaskStore::renameSequence(const std::string &from, const std::string &to)
{
    if (!findSequence(from)) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no sequence \"%1\". Nothing was changed."), from),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose one that is there.")));
    }
    if (to.empty() || (to != from && findSequence(to))) {
        throw unfitName(from, to);
    }
    Query(m_connection, "UPDATE sequence SET name = ? WHERE name = ?").bind(to, from).run();
}

void TaskStore::removeSequence(const std::string &name)
{
    Query(m_connection, "DELETE FROM sequence WHERE name = ?").bind(name).run();
}

}  // namespace atlas::storage
