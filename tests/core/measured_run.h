#pragma once

#include "core/measure.h"

#include <string>
#include <vector>

namespace atlas::test {

/// A run over tasks t0, t1, ... that measured `matrix` (rows may go past the diagonal), `n` test samples a task.
inline RunResults measuredRun(const AccuracyMatrix &matrix, const std::vector<double> &random = {},
                              std::int64_t n = 100)
{
    RunResults results;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        Task task;
        task.name = "t" + std::to_string(i);
        task.metric = "accuracy";
        task.classes = {"good", "bad"};
        task.trainCount = 1000;
        results.tasks.push_back(task);
        results.run.tasks.push_back(task.name);
        for (std::size_t j = 0; j < matrix[i].size(); ++j) {
            AccuracyCell cell;
            cell.afterTask = static_cast<int>(i);
            cell.evalTask = static_cast<int>(j);
            cell.scores = {{"accuracy", matrix[i][j]}};
            cell.n = n;
            results.cells.push_back(cell);
        }
        TaskCost cost;
        cost.task = static_cast<int>(i);
        cost.randomScore = i < random.size() ? random[i] : 0;
        results.costs.push_back(cost);
    }
    return results;
}

/// `n` scores of which the first `right` are 1.
inline std::vector<double> rightOf(int n, int right)
{
    std::vector<double> scores(static_cast<std::size_t>(n), 0.0);
    std::fill(scores.begin(), scores.begin() + right, 1.0);
    return scores;
}

/// What the measure of that name says.
inline MeasureResult resultOf(const MeasureInput &input, const std::string &name)
{
    const std::vector<MeasureResult> results = computeMeasures(input);
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (measures()[i].name == name) {
            return results[i];
        }
    }
    return {.value = {}, .reason = "there is no such measure"};
}

}  // namespace atlas::test
