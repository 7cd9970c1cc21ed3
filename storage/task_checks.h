#pragma once

#include "storage/task_contents.h"

#include <span>

namespace atlas::storage {

/// What the window can do about a check at once.
enum class TaskRemedy { None, ShowSamples, NextVersion, MakeAgain };

/// Something about a task that a person should know before training, and what to do about it.
struct TaskCheck {
    enum class Level { Note, Caution };

    std::string name;  ///< "leak", stable, for files and scripts
    Level level = Level::Note;
    std::string sentence;            ///< English, translatable in context "TaskCheck"; %n, %1, %2 as below
    std::string advice;              ///< the same: why it matters and what to do
    std::int64_t n = 0;              ///< how many, shown by locale
    std::vector<std::string> words;  ///< %1, %2 of sentence and advice
    TaskRemedy remedy = TaskRemedy::None;
    std::string filter;                 ///< of the data page: what ShowSamples shows ...
    std::vector<std::int64_t> samples;  ///< ... or these samples
};

/// "caution" or "note".
const char *taskCheckLevelName(TaskCheck::Level level) noexcept;

/// Sentence or advice in English with its number and words.
std::string inEnglish(const TaskCheck &check, const std::string &text);

/// Of one task on its own: an empty split, too few samples or too few of a class in training, a class that a split
/// lacks, copies and look-alikes of test samples in training, labels that changed, a small test. Worst first.
std::vector<TaskCheck> checksOf(const TaskContents &contents);

/// Tasks in learning order, and those of them that are learned only for later ones to reuse.
struct TaskOrder {
    std::vector<std::string> tasks;
    std::vector<std::string> upstream;
};

/// What tasks of a sequence do to each other: samples that one trains on and another is tested with; what is to be
/// reused but comes after what could reuse it. By task; tasks without such a check are absent.
std::map<std::string, std::vector<TaskCheck>> checksAmong(const std::vector<TaskContents> &contents,
                                                          const TaskOrder &order);

/// Worst first, as before among equals.
void sortByLevel(std::vector<TaskCheck> &checks);

/// Both kinds, by task, of every task of the order. Reads what it needs.
/// Errors: NotFound (a task), Cancelled.
std::map<std::string, std::vector<TaskCheck>> inspectTasks(Connection &connection, const std::filesystem::path &assets,
                                                           const TaskOrder &order, TaskContentsReader &reader,
                                                           const std::stop_token &stop = {});

/// What the filter box is to hold to show samples of these classes.
std::string filterOfClasses(std::span<const std::string> classes);

}  // namespace atlas::storage
