#pragma once

#include "core/run_results.h"

#include <QStringList>

#include <vector>

namespace atlas::widgets {

QString taskName(const RunResults &results, int task);

/// The version of the data that the run learned a task from ("parts v3"); empty where that is not known.
QString dataOf(const RunResults &results, int task);

/// "accuracy", or "score" when the tasks are judged by different ones.
QString scoreWord(const RunResults &results);

/// "parts", "parts and notes", "parts, notes and 3 more": what shares a place, in a sentence.
QString listed(const QStringList &names);

/// Two differences that are written alike, as `listed` names are.
bool readAlike(double one, double other);

/// Where most was lost: from one row to the next, or since the task was learned.
struct Drop {
    int task = -1;
    int after = -1;
    double amount = 0;         ///< positive = lost
    std::vector<int> tasks{};  ///< with those that lost as much
};

/// The largest fall of one task's score from one row of the matrix to the next. amount <= 0: none fell.
Drop largestStep(const AccuracyMatrix &matrix);

/// The task that has lost most between being learned and the last row, or the first of several.
Drop largestForgetting(const AccuracyMatrix &matrix);

QString taskNames(const RunResults &results, const std::vector<int> &tasks);  ///< listed

inline constexpr double kNoticeable = 0.0005;  ///< half of the last digit shown: smaller changes read as none

}  // namespace atlas::widgets
