#include "storage/task_store.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/dataset_store.h"
#include "storage/query.h"
#include "storage/task_builder.h"
#include "storage/task_filter.h"

#include <bit>
#include <unordered_set>

namespace atlas::storage {
namespace {

const std::string kSelect = "SELECT t.id, t.name, t.dataset_id, d.name, t.kind, t.label_form, t.metric, t.created_us, "
                            "(SELECT count(*) FROM task_sample s WHERE s.task_id = t.id AND s.split = 1), "
                            "(SELECT count(*) FROM task_sample s WHERE s.task_id = t.id AND s.split = 2), "
                            "(SELECT count(*) FROM task_sample s WHERE s.task_id = t.id AND s.split = 3), "
                            "t.version, coalesce((SELECT p.name FROM task p WHERE p.id = t.previous_id), '') "
                            "FROM task t JOIN dataset d ON d.id = t.dataset_id ";

Task readRow(Query &query)
{
    Task task;
    task.id = query.integer(0);
    task.name = query.text(1);
    task.datasetId = query.integer(2);
    task.dataset = query.text(3);
    task.kind = query.text(4);
    task.labelForm = static_cast<LabelForm>(query.integer(5));
    task.metric = query.text(6);
    task.createdUs = query.integer(7);
    task.trainCount = query.integer(8);
    task.validationCount = query.integer(9);
    task.testCount = query.integer(10);
    task.version = static_cast<int>(query.integer(11));
    task.previous = query.text(12);
    return task;
}

void readClasses(Connection &connection, Task &task)
{
    Query query(connection, "SELECT c.name FROM task_class t JOIN label_class c ON c.id = t.class_id "
                            "WHERE t.task_id = ? ORDER BY t.position");
    query.bind(task.id);
    while (query.step()) {
        task.classes.push_back(query.text(0));
    }
}

std::int64_t insertTask(Connection &connection, const Dataset &dataset, const TaskRequest &request,
                        const TaskDraft &draft)
{
    Query query(connection, "INSERT INTO task (name, dataset_id, kind, label_form, metric, validation_share, "
                            "test_share, seed, created_us, data_filter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                            "RETURNING id");
    query.bind(request.name, dataset.id, draft.kind, static_cast<int>(draft.labelForm), draft.metric,
               request.validationShare, request.testShare, std::bit_cast<std::int64_t>(request.seed), nowUs(),
               keptFilter(connection, dataset.id, request.filter));
    query.first();
    return query.integer(0);
}

/// Classes and samples of a task.
void insertParts(Connection &connection, std::int64_t dataset, std::int64_t task, const TaskDraft &draft)
{
    DatasetStore datasets(connection);
    for (std::size_t i = 0; i < draft.classes.size(); ++i) {
        Query(connection, "INSERT INTO task_class (task_id, position, class_id) VALUES (?, ?, ?)")
            .bind(task, i, datasets.ensureClass(dataset, draft.classes[i]).id)
            .run();
    }
    Query insert(connection, "INSERT INTO task_sample (task_id, split, sample_id) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < draft.samples.size(); ++i) {
        insert.bind(task, static_cast<int>(draft.splits[i]), draft.samples[i]).run();
    }
}

/// Filter and sandbox of a task as its row has them.
struct Making {
    std::string filter;
    bool sandbox = false;
};

Making makingOf(Connection &connection, std::int64_t task)
{
    Query query(connection, "SELECT data_filter, sandbox_of IS NOT NULL FROM task WHERE id = ?");
    query.bind(task).first();
    return {query.text(0), query.integer(1) != 0};
}

std::int64_t countAdded(Connection &connection, const Task &task)
{
    const Making making = makingOf(connection, task.id);
    if (making.sandbox) {
        return 0;
    }
    if (making.filter.empty()) {
        Query added(connection, "SELECT count(*) FROM sample s WHERE s.dataset_id = ?1 AND s.removed = 0 "
                                "AND s.review IN (1, 2) AND NOT EXISTS "
                                "(SELECT 1 FROM task_sample t WHERE t.task_id = ?2 AND t.sample_id = s.id)");
        added.bind(task.datasetId, task.id).first();
        return added.integer(0);
    }
    std::unordered_set<std::int64_t> held;
    Query query(connection, "SELECT sample_id FROM task_sample WHERE task_id = ?");
    query.bind(task.id);
    while (query.step()) {
        held.insert(query.integer(0));
    }
    std::int64_t count = 0;
    for (const std::int64_t id : learnableIds(connection, task.datasetId, readFilter(connection, making.filter))) {
        count += held.contains(id) ? 0 : 1;
    }
    return count;
}

}  // namespace

TaskStore::TaskStore(Connection &connection, std::filesystem::path assets)
    : m_connection(connection), m_assets(std::move(assets))
{
}

Task TaskStore::add(const TaskRequest &request)
{
    if (request.name.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "A task needs a name.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give one.")));
    }
    if (find(request.name)) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "There is a task \"%1\" already. Nothing was changed."), request.name),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another name, or remove it first.")));
    }
    DatasetStore datasets(m_connection);
    const auto dataset = datasets.find(request.dataset);
    if (!dataset) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset \"%1\"."), request.dataset),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import it with: atlas import")));
    }
    const TaskDraft draft = draftTask(m_connection, m_assets, *dataset, request);
    const std::int64_t id = insertTask(m_connection, *dataset, request, draft);
    insertParts(m_connection, dataset->id, id, draft);
    return *find(request.name);
}

NewSamples TaskStore::newSamples(const std::string &name, std::int64_t sinceUs)
{
    const Task task = known(name);
    NewSamples found;
    found.added = countAdded(m_connection, task);
    Query relabelled(m_connection, "SELECT count(DISTINCT e.sample_id) FROM event e JOIN task_sample t "
                                   "ON t.task_id = ? AND t.sample_id = e.sample_id "
                                   "WHERE e.what = 'label' AND e.at_us > ?");
    relabelled.bind(task.id, sinceUs).first();
    found.relabelled = relabelled.integer(0);
    Query newest(m_connection,
                 "WITH RECURSIVE later (id) AS (SELECT ?1 UNION ALL SELECT t.id FROM task t "
                 "JOIN later l ON t.previous_id = l.id) "
                 "SELECT t.name FROM later l JOIN task t ON t.id = l.id ORDER BY t.version DESC, t.id DESC");
    newest.bind(task.id).first();
    found.newest = newest.text(0);
    return found;
}

Task TaskStore::addVersion(const std::string &of, const std::string &name)
{
    const Task older = known(of);
    std::string root = of;
    for (std::optional<Task> earlier = older; earlier && !earlier->previous.empty();) {
        root = earlier->previous;
        earlier = find(root);
    }
    const std::string chosen = name.empty() ? root + "-v" + std::to_string(older.version + 1) : name;
    if (find(chosen)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is a task \"%1\" already. Nothing was changed."), chosen),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another name for the new version.")));
    }
    if (makingOf(m_connection, older.id).sandbox) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is a sandbox copy and has no versions. Nothing was changed."),
                of),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Make the next version of the task it was drawn from, and a new sandbox of that.")));
    }
    const TaskDraft draft = draftVersion(m_connection, m_assets, older);
    Query insert(m_connection,
                 "INSERT INTO task (name, dataset_id, kind, label_form, metric, validation_share, "
                 "test_share, seed, created_us, version, previous_id, data_filter) SELECT ?1, dataset_id, "
                 "kind, label_form, metric, validation_share, test_share, seed, ?2, version + 1, id, "
                 "data_filter "
                 "FROM task WHERE id = ?3 RETURNING id");
    insert.bind(chosen, nowUs(), older.id).first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    insertParts(m_connection, older.datasetId, id, draft);
    return *find(chosen);
}

std::vector<Task> TaskStore::list()
{
    std::vector<Task> tasks;
    {
        Query query(m_connection, kSelect + "ORDER BY t.id");
        while (query.step()) {
            tasks.push_back(readRow(query));
        }
    }
    for (Task &task : tasks) {
        readClasses(m_connection, task);
    }
    return tasks;
}

std::optional<Task> TaskStore::find(const std::string &name)
{
    Query query(m_connection, kSelect + "WHERE t.name = ?");
    if (!query.bind(name).step()) {
        return std::nullopt;
    }
    Task task = readRow(query);
    readClasses(m_connection, task);
    return task;
}

Task TaskStore::known(const std::string &name)
{
    if (std::optional<Task> task = find(name)) {
        return *std::move(task);
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas task PROJECT list")));
}

}  // namespace atlas::storage
