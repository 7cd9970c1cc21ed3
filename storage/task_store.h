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
    SampleFilter filter = {};  ///< which of the labelled samples; order and `only` do not count
};

/// How a task was made, and what stands on it.
struct TaskDetails {
    std::string filter;  ///< as the filter box reads it; empty = all labelled samples
    double validationShare = 0;
    double testShare = 0;
    std::uint64_t seed = 0;
    std::string sandboxOf;          ///< task that it is a sampled copy of; empty = none
    std::vector<std::string> runs;  ///< names: while there is one, name and metric stay
};

/// Everything of a task that was removed, for putting it back.
struct RemovedTask {
    Task task;
    TaskDetails details;
    std::string keptFilter;
    std::vector<std::int64_t> classes;  ///< ids, in the order of the task's
    std::vector<std::pair<Split, std::int64_t>> samples;
    std::optional<std::int64_t> previous;
    std::optional<std::int64_t> sandboxOf;
};

/// What a pilot is drawn from.
struct SandboxRequest {
    std::string sequence;
    std::int64_t train = 200;  ///< training samples of each task; validation and test in proportion
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
    TaskDetails details(const std::string &name);  ///< Errors: NotFound

    /// What may change while no run uses the task; a run's results would lose their meaning.
    /// Errors: NotFound, BadInput (used, name taken), Usage (metric).
    void setMetric(const std::string &name, const std::string &metric);
    void rename(const std::string &from, const std::string &to);
    /// Refuses (BadInput) while a sequence, a run, a next version or a sandbox copy uses it.
    RemovedTask remove(const std::string &name);
    void putBack(const RemovedTask &task);  ///< Errors: BadInput (its name is taken by now)

    /// The task with its samples. `maxTrain` > 0: at most so many training samples (stratified, drawn by `seed`), and
    /// validation in proportion (at least 100 where there are so many). Test is always whole.
    TaskData load(const std::string &name, std::int64_t maxTrain = 0, std::uint64_t seed = 1);

    /// Makes or replaces it. `upstream`: those of the tasks that are learned for later ones to reuse; the others are
    /// downstream, what the sequence is for.  Errors: BadInput, NotFound.
    void setSequence(const std::string &name, const std::vector<std::string> &tasks,
                     const std::vector<std::string> &upstream = {});
    std::vector<std::string> upstream(const std::string &sequence);  ///< in learning order
    std::vector<TaskSequence> sequences();
    std::optional<TaskSequence> findSequence(const std::string &name);
    void renameSequence(const std::string &from, const std::string &to);  ///< Errors: NotFound, BadInput (name taken)
    void removeSequence(const std::string &name);  ///< tasks and runs stay; no such sequence: nothing happens
    /// A sampled copy of a whole sequence for a pilot: tasks and sequence of the same names with "(sandbox)" behind
    /// them. Every copy is drawn from the split of the same name, so that nothing that is tested is ever trained on;
    /// classes in proportion; groups and copies come whole or not at all. Test and validation have at least 100 samples
    /// where there are so many.  Errors: NotFound (sequence), BadInput.
    TaskSequence sandbox(const SandboxRequest &request);

private:
    Task known(const std::string &name);

    Connection &m_connection;
    std::filesystem::path m_assets;
};

}  // namespace atlas::storage
