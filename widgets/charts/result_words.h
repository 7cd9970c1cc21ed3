#pragma once

#include "core/run_results.h"

#include <QString>

namespace atlas::widgets {

QString taskName(const RunResults &results, int task);

/// The version of the data that the run learned a task from ("parts v3"); empty where that is not known.
QString dataOf(const RunResults &results, int task);

/// "accuracy", or "score" when the tasks are judged by different ones.
QString scoreWord(const RunResults &results);

/// Where most was lost: from one row to the next, or since the task was learned.
struct Drop {
    int task = -1;
    int after = -1;
    double amount = 0;  ///< positive = lost
};

/// The largest fall of one task's score from one row of the matrix to the next. amount <= 0: none fell.
Drop largestStep(const AccuracyMatrix &matrix);

/// The task that has lost most between being learned and the last row.
Drop largestForgetting(const AccuracyMatrix &matrix);

inline constexpr double kNoticeable = 0.0005;  ///< half of the last digit shown: smaller changes read as none

}  // namespace atlas::widgets
