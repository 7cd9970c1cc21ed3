#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunResults)
};

}  // namespace

QString taskName(const RunResults &results, int task)
{
    return task >= 0 && task < int(results.tasks.size()) ? QString::fromStdString(results.tasks[std::size_t(task)].name)
                                                         : QString();
}

QString dataOf(const RunResults &results, int task)
{
    if (task < 0 || task >= int(results.tasks.size()) || results.tasks[std::size_t(task)].dataset.empty()) {
        return {};
    }
    return QString::fromStdString(versionTitles(results.data, results.tasks[std::size_t(task)].dataset));
}

QString scoreWord(const RunResults &results)
{
    const bool same = std::all_of(results.tasks.begin(), results.tasks.end(),
                                  [](const Task &task) { return task.metric.empty() || task.metric == "accuracy"; });
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
        if (!std::isnan(lost) && (worst.task < 0 || lost > worst.amount)) {
            worst = {.task = int(task), .after = int(matrix.size()) - 1, .amount = lost};
        }
    }
    return worst;
}

}  // namespace atlas::widgets
