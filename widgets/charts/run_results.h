#pragma once

#include "core/measures.h"
#include "core/run_record.h"
#include "core/task.h"

#include <QString>

#include <optional>
#include <vector>

namespace atlas::widgets {

/// Everything a run has measured so far, as charts and figures take it.
struct RunResults {
    RunRecord run;
    std::vector<Task> tasks;  ///< of the run, in learning order; only the name is set for one that is gone
    std::vector<AccuracyCell> cells;
    std::vector<DecisionRecord> decisions;
    std::vector<TaskCost> costs;

    const AccuracyCell *cell(int afterTask, int evalTask) const;

    /// The score by the task's own metric, in [0, 1].
    std::optional<double> score(int afterTask, int evalTask) const;

    /// Tasks whose whole row (every task learned until then) is measured.
    int learned() const;

    /// The rows of the learned tasks.
    AccuracyMatrix matrix() const;

    QString taskName(int task) const;
    /// "accuracy", or "score" when the tasks are judged by different ones.
    QString scoreWord() const;
};

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
