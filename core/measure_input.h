#pragma once

#include "core/run_results.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace atlas {

/// Per-sample scores of one task's test split, each list in the same order of samples: what intervals resample.
struct TaskScores {
    std::vector<std::vector<double>> rows;  ///< rows[k]: after the task itself and k more were learned
    std::vector<double> single;             ///< of the single-task run; empty when there is none over these samples
    std::vector<double> joint;
};

/// An old task's scores while another was being learned, in the order they were taken.
struct InsideScores {
    int during = 0;  ///< the task being learned
    int task = 0;    ///< the old one
    std::vector<double> scores;
};

/// What the measures of a run are computed from: the run itself and the runs it is to be held against.
struct MeasureInput {
    RunResults run;
    std::optional<RunResults> single;              ///< strategy single-task: S_ST
    std::optional<RunResults> joint;               ///< strategy joint: the upper bound
    std::vector<RunResults> seeds;                 ///< the same run with other seeds
    std::vector<RunResults> shares;                ///< the same run with other limits or shares of samples
    std::vector<std::vector<Prediction>> answers;  ///< per task, after the last one learned
    std::vector<TaskScores> samples;               ///< per task; empty: no interval over samples
    std::vector<InsideScores> inside;
};

}  // namespace atlas
