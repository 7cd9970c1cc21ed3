#pragma once

#include "storage/records.h"

#include <span>

namespace atlas::storage {

class Connection;

/// Datasets and their classes. Dataset::labelledCount is what a task can be made of: labelled, neither disputed nor
/// skipped. What was removed is in no list and no count.  Errors of all stores: DiskFull, Damaged, Io; NotFound where a
/// name is asked for.
class DatasetStore {
public:
    explicit DatasetStore(Connection &connection) : m_connection(connection) {}

    std::vector<Dataset> list();
    std::vector<Dataset> listUncounted();  ///< without numbers of samples: at once, however many there are
    std::optional<Dataset> find(const std::string &name);
    Dataset get(std::int64_t id);
    std::int64_t create(const std::string &name, const std::string &kind, bool multiLabel);
    void remove(std::int64_t id);  ///< refuses (BadInput) while a task uses it

    std::vector<LabelClass> classes(std::int64_t dataset);
    /// The class of that name, made at the end of the list or shown again if absent.
    LabelClass ensureClass(std::int64_t dataset, const std::string &name);
    /// The id of the class of that name; a new one is made removed, for an undoable step that will show it.
    std::int64_t prepareClass(std::int64_t dataset, const std::string &name);
    /// Its name is free then: another class may take it, or the same one come back by ensureClass.
    void hideClass(std::int64_t id);

private:
    /// Shown, or hidden under a name of its own.
    std::optional<std::int64_t> findClass(std::int64_t dataset, const std::string &name);

    Connection &m_connection;
};

}  // namespace atlas::storage
