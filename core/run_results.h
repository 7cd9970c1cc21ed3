#pragma once

#include "core/data_version_ref.h"
#include "core/measures.h"
#include "core/run_record.h"
#include "core/task.h"

#include <optional>
#include <vector>

namespace atlas {

/// Everything a run has measured so far, as reports and charts take it.
struct RunResults {
    RunRecord run;
    std::vector<Task> tasks;  ///< of the run, in learning order; only the name is set for one that is gone
    std::vector<AccuracyCell> cells;
    std::vector<DecisionRecord> decisions;
    std::vector<TaskCost> costs;
    std::vector<AdapterEffect> effects;
    std::vector<DataVersionRef> data;  ///< what it learned from, in the order of the tasks

    const AccuracyCell *cell(int afterTask, int evalTask) const;

    /// The score by the task's own metric, in [0, 1].
    std::optional<double> score(int afterTask, int evalTask) const;

    /// Tasks of the last row that is measured whole (every task learned until then).
    int learned() const;

    /// The rows of the learned tasks; NaN where a cell is not measured: tasks that were learned together have only the
    /// last row.
    AccuracyMatrix matrix() const;
};

}  // namespace atlas
