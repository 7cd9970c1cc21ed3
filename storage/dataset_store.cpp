#include "storage/dataset_store.h"

#include "core/error.h"
#include "core/files.h"
#include "storage/query.h"

namespace atlas::storage {
namespace {

const std::string kSelect = "SELECT d.id, d.name, d.kind, d.multi_label, d.created_us, "
                            "(SELECT count(*) FROM sample s WHERE s.dataset_id = d.id), "
                            "(SELECT count(*) FROM sample s WHERE s.dataset_id = d.id "
                            " AND EXISTS (SELECT 1 FROM sample_label l WHERE l.sample_id = s.id)) FROM dataset d ";

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

}  // namespace

std::vector<Dataset> DatasetStore::list()
{
    Query query(m_connection, kSelect + "ORDER BY d.id");
    std::vector<Dataset> datasets;
    while (query.step()) {
        datasets.push_back(read(query));
    }
    return datasets;
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
        throw Error(ErrorCode::NotFound, "There is no dataset with the number " + std::to_string(id) + ".");
    }
    return read(query);
}

std::int64_t DatasetStore::create(const std::string &name, const std::string &kind, bool multiLabel)
{
    if (name.empty()) {
        throw Error(ErrorCode::BadInput, "A dataset needs a name.", "Give one.");
    }
    if (find(name)) {
        throw Error(ErrorCode::BadInput, "There is a dataset \"" + name + "\" already. Nothing was changed.",
                    "Choose another name.");
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
        throw Error(ErrorCode::BadInput,
                    "The dataset \"" + dataset.name + "\" is used by the task \"" + query.text(0) +
                        "\". Nothing was removed.",
                    "Remove the task first.");
    }
    Query(m_connection, "DELETE FROM dataset WHERE id = ?").bind(id).run();
}

std::vector<LabelClass> DatasetStore::classes(std::int64_t dataset)
{
    Query query(m_connection, "SELECT c.id, c.name, c.position, "
                              "(SELECT count(*) FROM sample_label l WHERE l.class_id = c.id) "
                              "FROM label_class c WHERE c.dataset_id = ? ORDER BY c.position, c.id");
    query.bind(dataset);
    std::vector<LabelClass> classes;
    while (query.step()) {
        classes.push_back({query.integer(0), query.text(1), static_cast<int>(query.integer(2)), query.integer(3)});
    }
    return classes;
}

LabelClass DatasetStore::ensureClass(std::int64_t dataset, const std::string &name)
{
    if (name.empty()) {
        throw Error(ErrorCode::BadInput, "A label is empty.", "Leave a sample without labels instead.");
    }
    Query query(m_connection,
                "SELECT id, name, position, (SELECT count(*) FROM sample_label l WHERE l.class_id = c.id) "
                "FROM label_class c WHERE dataset_id = ? AND name = ?");
    if (!query.bind(dataset, name).step()) {
        Query insert(m_connection, "INSERT INTO label_class (dataset_id, name, position) VALUES (?1, ?2, "
                                   "(SELECT coalesce(max(position) + 1, 0) FROM label_class WHERE dataset_id = ?1)) "
                                   "RETURNING id, name, position");
        insert.bind(dataset, name).first();
        return {insert.integer(0), name, static_cast<int>(insert.integer(2)), 0};
    }
    return {query.integer(0), name, static_cast<int>(query.integer(2)), query.integer(3)};
}

}  // namespace atlas::storage
