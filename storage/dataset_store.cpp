#include "storage/dataset_store.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/query.h"

namespace atlas::storage {
namespace {

const std::string kColumns = "SELECT d.id, d.name, d.kind, d.multi_label, d.created_us, ";
const std::string kSelect = kColumns + "(SELECT count(*) FROM sample s WHERE s.dataset_id = d.id AND s.removed = 0), "
                                       "(SELECT count(*) FROM sample s WHERE s.dataset_id = d.id AND s.removed = 0 "
                                       " AND s.review IN (1, 2)) FROM dataset d ";  // labelled, verified

/// Samples that carry class c: all of them, which an index counts, less the removed ones, of which there are few.
const std::string kCarriers = "(SELECT count(*) FROM sample_label l WHERE l.class_id = c.id) - "
                              "(SELECT count(*) FROM sample s JOIN sample_label l ON l.sample_id = s.id "
                              " WHERE s.dataset_id = c.dataset_id AND s.removed = 1 AND l.class_id = c.id)";

LabelClass readClass(Query &query)
{
    return {query.integer(0), query.text(1), static_cast<int>(query.integer(2)), query.integer(3), query.text(4)};
}

Dataset read(Query &query)
{
    Dataset dataset;
    dataset.id = query.integer(0);
    dataset.name = query.text(1);
    dataset.kind = query.text(2);
    dataset.multiLabel = query.integer(3) != 0;
    dataset.createdUs = query.integer(4);
    dataset.sampleCount = query.integer(5);
    dataset.labelledCount = query.integer(6);
    return dataset;
}

std::vector<Dataset> readAll(Connection &connection, const std::string &select)
{
    Query query(connection, select + "ORDER BY d.id");
    std::vector<Dataset> datasets;
    while (query.step()) {
        datasets.push_back(read(query));
    }
    return datasets;
}

}  // namespace

std::vector<Dataset> DatasetStore::list()
{
    return readAll(m_connection, kSelect);
}

std::vector<Dataset> DatasetStore::listUncounted()
{
    return readAll(m_connection, kColumns + "0, 0 FROM dataset d ");
}

std::optional<Dataset> DatasetStore::find(const std::string &name)
{
    Query query(m_connection, kSelect + "WHERE d.name = ?");
    query.bind(name);
    return query.step() ? std::optional(read(query)) : std::nullopt;
}

Dataset DatasetStore::get(std::int64_t id)
{
    Query query(m_connection, kSelect + "WHERE d.id = ?");
    query.bind(id);
    if (!query.step()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset with the number %1."), id));
    }
    return read(query);
}

std::int64_t DatasetStore::create(const std::string &name, const std::string &kind, bool multiLabel)
{
    if (name.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "A dataset needs a name.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give one.")));
    }
    if (find(name)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is a dataset \"%1\" already. Nothing was changed."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another name.")));
    }
    Query query(m_connection,
                "INSERT INTO dataset (name, kind, multi_label, created_us) VALUES (?, ?, ?, ?) RETURNING id");
    query.bind(name, kind, multiLabel, nowUs()).first();
    return query.integer(0);
}

void DatasetStore::remove(std::int64_t id)
{
    const Dataset dataset = get(id);
    if (Query query(m_connection, "SELECT name FROM task WHERE dataset_id = ?"); query.bind(id).step()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The dataset \"%1\" is used by the task \"%2\". Nothing was removed."),
                dataset.name, query.text(0)),
            say(QT_TRANSLATE_NOOP("Sentence", "Remove the task first.")));
    }
    Query(m_connection, "DELETE FROM dataset WHERE id = ?").bind(id).run();
}

std::vector<LabelClass> DatasetStore::classes(std::int64_t dataset)
{
    Query query(m_connection, "SELECT c.id, c.name, c.position, " + kCarriers +
                                  ", c.key FROM label_class c WHERE c.dataset_id = ? AND c.removed = 0 "
                                  "ORDER BY c.position, c.id");
    query.bind(dataset);
    std::vector<LabelClass> classes;
    while (query.step()) {
        classes.push_back(readClass(query));
    }
    return classes;
}

std::optional<std::int64_t> DatasetStore::findClass(std::int64_t dataset, const std::string &name)
{
    Query query(m_connection, "SELECT id FROM label_class WHERE dataset_id = ?1 AND (name = ?2 OR "
                              "(removed = 1 AND name = ?2 || ' (removed ' || id || ')')) ORDER BY removed, id DESC");
    return query.bind(dataset, name).step() ? std::optional(query.integer(0)) : std::nullopt;
}

std::int64_t DatasetStore::prepareClass(std::int64_t dataset, const std::string &name)
{
    if (name.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "A label is empty.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Leave a sample without labels instead.")));
    }
    if (const auto known = findClass(dataset, name)) {
        return *known;
    }
    Query insert(m_connection, "INSERT INTO label_class (dataset_id, name, position, removed) VALUES (?1, ?2, "
                               "(SELECT coalesce(max(position) + 1, 0) FROM label_class WHERE dataset_id = ?1), 1) "
                               "RETURNING id");
    insert.bind(dataset, name).first();
    const std::int64_t id = insert.integer(0);
    insert.run();
    hideClass(id);
    return id;
}

LabelClass DatasetStore::ensureClass(std::int64_t dataset, const std::string &name)
{
    const std::int64_t id = prepareClass(dataset, name);
    Query(m_connection, "UPDATE label_class SET removed = 0, name = ?1 WHERE id = ?2 AND removed = 1")
        .bind(name, id)
        .run();
    Query query(m_connection,
                "SELECT c.id, c.name, c.position, " + kCarriers + ", c.key FROM label_class c WHERE c.id = ?");
    query.bind(id).first();
    return readClass(query);
}

void DatasetStore::hideClass(std::int64_t id)
{
    Query(m_connection,
          "UPDATE label_class SET removed = 1, key = '', name = name || ' (removed ' || id || ')' WHERE id = ?")
        .bind(id)
        .run();
}

}  // namespace atlas::storage
