#pragma once

#include "core/task.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// Something about a task that a person should know before training, and what to do about it.
struct TaskCheck {
    enum class Level { Note, Caution };
    Level level = Level::Note;
    QString text;
    QString advice;
};

/// A task as its card shows it.
struct TaskFacts {
    Task task;
    std::vector<std::int64_t> classCounts;  ///< labelled samples of the dataset by class, most first
    std::vector<TaskCheck> checks;          ///< worst first

    QString name() const { return QString::fromStdString(task.name); }
    /// Most samples of a class over fewest; 1 = balanced, 0 = not known.
    double imbalance() const;
};

/// Few samples, small test split, no validation split, rare classes, imbalance.
std::vector<TaskCheck> checksOf(const Task &task, const std::vector<std::int64_t> &classCounts);

/// Every task of the project.  Threads: a reader thread.
std::vector<TaskFacts> readTaskFacts(storage::Connection &connection, const std::filesystem::path &assets);

/// "Pictures" for "image"; a kind that is not known as it is.
QString kindTitle(const std::string &kind);
QString kindIcon(const std::string &kind);  ///< name for theme::icon

}  // namespace atlas::widgets
