#pragma once

#include "storage/task_checks.h"
#include "storage/task_store.h"

#include <QString>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// A task as its card shows it, or a dataset that no task was made of yet (its name stands in task.dataset).
struct TaskFacts {
    Task task;
    storage::TaskDetails details;
    bool datasetOnly = false;
    std::int64_t labelled = 0;  ///< of such a dataset
    // What is looked at on a thread of its own, and comes later:
    bool looked = false;
    std::vector<std::int64_t> classCounts;   ///< training samples by class, most first
    std::vector<storage::TaskCheck> checks;  ///< worst first
    storage::NewSamples news;
    // In the sequence that is shown:
    bool upstream = false;

    QString name() const { return QString::fromStdString(datasetOnly ? task.dataset : task.name); }
    /// Most training samples of a class over fewest; 1 = balanced, 0 = not known.
    double imbalance() const;
    /// "+120 new", "newer: parts-v2", "3 relabelled" or nothing.
    QString inflow() const;
};

/// Every task of the project, then datasets that have none.  Threads: a reader thread.
std::vector<TaskFacts> readTaskFacts(storage::Connection &connection, const std::filesystem::path &assets);

/// "Pictures" for "image"; a kind that is not known as it is.
QString kindTitle(const std::string &kind);
QString kindIcon(const std::string &kind);  ///< name for theme::icon
QString metricTitle(const std::string &metric);

/// A check in the person's language: "only 20 training samples", and what to do.
QString checkText(const storage::TaskCheck &check);
QString checkAdvice(const storage::TaskCheck &check);
bool isCaution(const storage::TaskCheck &check);

}  // namespace atlas::widgets
