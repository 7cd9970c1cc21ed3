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

QString listed(const QStringList &names)
{
    constexpr qsizetype kMostNamed = 3;
    if (names.size() < 2) {
        return names.value(0);
    }
    if (names.size() == 2) {
        return Tr::tr("%1 and %2").arg(names[0], names[1]);
    }
    return names.size() == kMostNamed
               ? Tr::tr("%1, %2 and %3").arg(names[0], names[1], names[2])
               : Tr::tr("%1, %2 and %n more", nullptr, int(names.size()) - 2).arg(names[0], names[1]);
}

bool readAlike(double one, double other)
{
    constexpr double kDigits = 1000;  // tenths of a point
    return std::round(kDigits * one) == std::round(kDigits * other);
}

QString taskNames(const RunResults &results, const std::vector<int> &tasks)
{
    QStringList names;
    for (const int task : tasks) {
        names << taskName(results, task);
    }
    return listed(names);
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
    for (std::size_t task = 0; task + 1 < matrix.size(); ++task) {
        if (readAlike(forgettingOf(matrix, task, matrix.size() - 1), worst.amount)) {
            worst.tasks.push_back(int(task));
        }
    }
    return worst;
}

}  // namespace atlas::widgets
