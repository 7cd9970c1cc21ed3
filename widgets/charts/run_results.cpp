#include "widgets/charts/run_results.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunResults)
};

const std::string kAccuracy = "accuracy";

}  // namespace

const AccuracyCell *RunResults::cell(int afterTask, int evalTask) const
{
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const AccuracyCell &candidate) {
        return candidate.afterTask == afterTask && candidate.evalTask == evalTask;
    });
    return found == cells.end() ? nullptr : &*found;
}

std::optional<double> RunResults::score(int afterTask, int evalTask) const
{
    const AccuracyCell *found = cell(afterTask, evalTask);
    if (found == nullptr || evalTask < 0 || evalTask >= int(tasks.size())) {
        return std::nullopt;
    }
    const std::string &metric = tasks[std::size_t(evalTask)].metric;
    for (const std::string &name : {metric, kAccuracy}) {
        if (const auto value = found->scores.find(name); value != found->scores.end()) {
            return value->second;
        }
    }
    return std::nullopt;
}

int RunResults::learned() const
{
    for (int row = 0; row < int(tasks.size()); ++row) {
        for (int task = 0; task <= row; ++task) {
            if (!score(row, task)) {
                return row;
            }
        }
    }
    return int(tasks.size());
}

AccuracyMatrix RunResults::matrix() const
{
    AccuracyMatrix rows;
    for (int row = 0; row < learned(); ++row) {
        std::vector<double> values;
        for (int task = 0; task <= row; ++task) {
            values.push_back(*score(row, task));
        }
        rows.push_back(std::move(values));
    }
    return rows;
}

QString RunResults::taskName(int task) const
{
    return task >= 0 && task < int(tasks.size()) ? QString::fromStdString(tasks[std::size_t(task)].name) : QString();
}

QString RunResults::scoreWord() const
{
    const bool same = std::all_of(tasks.begin(), tasks.end(),
                                  [](const Task &task) { return task.metric.empty() || task.metric == kAccuracy; });
    return same ? Tr::tr("accuracy") : Tr::tr("score");
}

Drop largestStep(const AccuracyMatrix &matrix)
{
    Drop worst;
    for (std::size_t row = 1; row < matrix.size(); ++row) {
        for (std::size_t task = 0; task < row; ++task) {
            const double fall = matrix[row - 1][task] - matrix[row][task];
            if (worst.task < 0 || fall > worst.amount) {
                worst = {.task = int(task), .after = int(row), .amount = fall};
            }
        }
    }
    return worst;
}

Drop largestForgetting(const AccuracyMatrix &matrix)
{
    Drop worst;
    for (std::size_t task = 0; task + 1 < matrix.size(); ++task) {
        const double lost = forgettingOf(matrix, task, matrix.size() - 1);
        if (worst.task < 0 || lost > worst.amount) {
            worst = {.task = int(task), .after = int(matrix.size()) - 1, .amount = lost};
        }
    }
    return worst;
}

}  // namespace atlas::widgets
