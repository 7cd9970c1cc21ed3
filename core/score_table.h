#pragma once

#include "core/measure_input.h"

#include <optional>
#include <vector>

namespace atlas {

/// The figures that formulas over tasks need. T = matrix.size(), the tasks learned so far.
struct ScoreTable {
    AccuracyMatrix matrix;       ///< row i: j = 0..i, and cells right of the diagonal where they were measured
    std::vector<double> random;  ///< b_j = S_R: what guessing scores; T values or fewer
    std::vector<double> counts;  ///< n_j: test samples
    std::vector<double> single;  ///< S_ST; T values, or none without such a run
    std::vector<double> joint;   ///< R_joint; as above
    std::vector<bool> limited;   ///< whether the task was learned from fewer samples than it has

    std::size_t tasks() const { return matrix.size(); }
};

/// The table of a run as measured.
ScoreTable scoreTable(const RunResults &run, const RunResults *single = nullptr, const RunResults *joint = nullptr);

/// The table for each resample of the test samples: within a task all its cells (and the single-task and joint scores)
/// are averaged over the same drawn samples, so that a difference of two cells keeps their pairing. 2000 resamples;
/// fewer, at least 200, where splits are so large that it would take seconds. Empty without samples.
std::vector<ScoreTable> resampledTables(const ScoreTable &table, const std::vector<TaskScores> &samples);

}  // namespace atlas
