#pragma once

#include "storage/records.h"

#include <span>

namespace atlas::storage {

class Connection;

/// Datasets and their classes.  Errors of all stores: DiskFull, Damaged, Io; NotFound where a name is asked for.
class DatasetStore {
public:
    explicit DatasetStore(Connection &connection) : m_connection(connection) {}

    std::vector<Dataset> list();
    std::optional<Dataset> find(const std::string &name);
    Dataset get(std::int64_t id);
    std::int64_t create(const std::string &name, const std::string &kind, bool multiLabel);
    void remove(std::int64_t id);  ///< refuses (BadInput) while a task uses it

    std::vector<LabelClass> classes(std::int64_t dataset);
    /// The class of that name, made at the end of the list if absent.
    LabelClass ensureClass(std::int64_t dataset, const std::string &name);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
