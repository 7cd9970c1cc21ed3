#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// What `task add` is told.
struct TaskRequest {
    std::string name;
    std::string dataset;
    std::string kind;               ///< empty = the dataset's
    std::string metric;             ///< empty = by label form
    double validationShare = 0.15;  ///< of train, where the data has no validation split
    double testShare = 0.15;        ///< of all, where the data has no test split
    std::uint64_t seed = 1;
};

/// Tasks and sequences. A task fixes its samples and splits when it is made (rows of task_sample): stratified by
/// label; samples of one group, and copies of one picture or text, stay in one split.
class TaskStore {
public:
    TaskStore(Connection &connection, std::filesystem::path assets);

    /// Errors: BadInput (name taken, fewer than two classes, an empty split, a missing field; says which and what
    /// to do), NotFound (dataset).
    Task add(const TaskRequest &request);
    std::vector<Task> list();
    std::optional<Task> find(const std::string &name);
    void remove(const std::string &name);  ///< refuses (BadInput) while a sequence or run uses it

    /// The task with its samples. `maxTrain` > 0: at most so many training samples (stratified, drawn by `seed`), and
    /// validation in proportion (at least 100 where there are so many). Test is always whole.
    TaskData load(const std::string &name, std::int64_t maxTrain = 0, std::uint64_t seed = 1);

    void setSequence(const std::string &name, const std::vector<std::string> &tasks);
    std::vector<TaskSequence> sequences();
    std::optional<TaskSequence> findSequence(const std::string &name);
    void renameSequence(const std::string &from, const std::string &to);  ///< Errors: NotFound, BadInput (name taken)
    void removeSequence(const std::string &name);  ///< tasks and runs stay; no such sequence: nothing happens

private:
    Connection &m_connection;
    std::filesystem::path m_assets;
};

}  // namespace atlas::storage
