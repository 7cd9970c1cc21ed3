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

/// What came to a task's dataset since the task was made, and to its labels since a moment.
struct NewSamples {
    std::int64_t added = 0;       ///< labelled samples that the task does not have
    std::int64_t relabelled = 0;  ///< its samples whose label was changed since
    std::string newest;           ///< name of its newest version: itself where there is none

    bool none() const { return added == 0 && relabelled == 0; }
};

/// Tasks and sequences. A task fixes its samples and splits when it is made (rows of task_sample): stratified by
/// label; samples of one group, and copies of one picture or text, stay in one split.
class TaskStore {
public:
    TaskStore(Connection &connection, std::filesystem::path assets);

    /// Errors: BadInput (name taken, fewer than two classes, an empty split, a missing field; says which and what
    /// to do), NotFound (dataset).
    Task add(const TaskRequest &request);

    /// Errors: NotFound (task).
    NewSamples newSamples(const std::string &name, std::int64_t sinceUs);
    /// The next version of a task: with all labelled samples that its dataset has now. What the task has stays in its
    /// split; what is new follows copies and group members that the task has, else is split as when the task was made.
    /// Classes keep their places, new ones come last. `name` empty: the first version's with "-v2" behind it.
    /// Errors: NotFound (task); BadInput (name taken, a missing field, a label the task's form does not allow).
    Task addVersion(const std::string &of, const std::string &name = {});
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
    Task known(const std::string &name);

    Connection &m_connection;
    std::filesystem::path m_assets;
};

}  // namespace atlas::storage
