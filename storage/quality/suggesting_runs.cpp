#include "storage/quality/suggesting_runs.h"

#include "core/task_kind.h"
#include "storage/dataset_store.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <algorithm>
#include <unordered_map>

namespace atlas::storage {
namespace {

/// Of the last row that holds the task.
void readScore(Connection &connection, int place, SuggestingRun &found)
{
    int row = -1;
    for (const AccuracyCell &cell : ResultStore(connection).cells(found.run.id)) {
        const auto score = cell.scores.find(found.task.metric);
        if (cell.evalTask == place && cell.afterTask > row && score != cell.scores.end()) {
            row = cell.afterTask;
            found.score = score->second;
            found.n = cell.n;
        }
    }
}

}  // namespace

std::string taskMisfit(const Task &task, const Dataset &dataset, const std::vector<LabelClass> &classes)
{
    if (task.kind != dataset.kind) {
        return "it learned the kind \"" + task.kind + "\", the dataset is of the kind \"" + dataset.kind + "\"";
    }
    if ((task.labelForm == LabelForm::Multi) != dataset.multiLabel) {
        return dataset.multiLabel ? "it gives one label to each sample, the dataset has several"
                                  : "it gives several labels to a sample, the dataset has one";
    }
    if (taskKind(task.kind).head == HeadForm::PerInput) {
        return {};  // its answers are places of the options
    }
    for (const std::string &name : task.classes) {
        if (std::ranges::find(classes, name, &LabelClass::name) == classes.end()) {
            return "the dataset has no class \"" + name + "\"";
        }
    }
    return {};
}

std::vector<SuggestingRun> suggestingRuns(Connection &connection, const std::filesystem::path &assets,
                                          std::int64_t dataset)
{
    DatasetStore datasets(connection);
    const Dataset known = datasets.get(dataset);
    const std::vector<LabelClass> classes = datasets.classes(dataset);
    std::unordered_map<std::string, Task> tasks;
    for (Task &task : TaskStore(connection, assets).list()) {
        if (taskMisfit(task, known, classes).empty()) {
            tasks.emplace(task.name, std::move(task));
        }
    }
    std::vector<SuggestingRun> all;
    for (const RunRecord &run : RunStore(connection).list()) {
        for (std::size_t place = 0; place < run.tasks.size() && run.status == RunStatus::Finished; ++place) {
            if (const auto task = tasks.find(run.tasks[place]); task != tasks.end()) {
                SuggestingRun found{.run = run, .task = task->second, .score = {}};
                readScore(connection, static_cast<int>(place), found);
                all.push_back(std::move(found));
            }
        }
    }
    return all;
}

}  // namespace atlas::storage
