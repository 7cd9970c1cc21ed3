#pragma once

#include "core/run_record.h"
#include "engine/api/engine.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::storage {
class Connection;
class Project;
}  // namespace atlas::storage

namespace atlas::app {

/// How many training samples like it an answer names where nobody says otherwise.
inline constexpr int kNearest = 5;

/// What asking a run takes; `task` empty = the run finds it out. Training samples are read when the engine asks for
/// them.  Requires: the project outlives the request.
engine::PredictRequest predictRequest(const storage::Project &project, const RunRecord &run, const std::string &task,
                                      int nearest);

/// The run's tasks as they are stored, in learning order.
std::vector<Task> tasksOf(storage::Connection &connection, const storage::Project &project, const RunRecord &run);

/// The one that is named, or the only one there is.  Errors: Usage, naming those there are.
const Task &chooseTask(const std::vector<Task> &tasks, const std::string &name);

/// Answers every row of a CSV file into another, which is replaced as a whole.  Returns how many there were by task.
/// Blocks.  Errors: those of readBatch() and Engine::predict, DiskFull, Io; then nothing was written.
std::vector<engine::Answer> answerFile(engine::Engine &engine, const storage::Project &project, const RunRecord &run,
                                       const std::string &task, const std::filesystem::path &file,
                                       const std::filesystem::path &out, Observer &observer,
                                       const std::stop_token &stop);

/// Which tasks of a run are tried how.
struct RobustnessPlan {
    std::vector<std::string> tasks{};          ///< empty = all of the run
    std::vector<std::string> perturbations{};  ///< empty = all that a task's samples allow
    std::int64_t limit = 200;                  ///< test samples of each task; 0 = all
    std::uint64_t seed = 1;
};

struct TaskRobustness {
    std::string task;
    std::vector<RobustnessCurve> curves;
};

/// Measures and keeps them in the project (storage::RobustnessStore), task by task: what was measured before a stop or
/// an error stays.  Without a list every task is tried under what its samples allow.
/// Blocks.  Errors: those of Engine::measureRobustness; Usage (task, perturbation).
std::vector<TaskRobustness> measureRobustness(engine::Engine &engine, storage::Project &project, const RunRecord &run,
                                              const RobustnessPlan &plan, Observer &observer,
                                              const std::stop_token &stop);

/// Writes a task's package as a file that stands alone.  Errors: those of Engine::exportPackage.
void exportTask(engine::Engine &engine, const storage::Project &project, const RunRecord &run, const std::string &task,
                const std::filesystem::path &out);

}  // namespace atlas::app
