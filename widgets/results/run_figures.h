#pragma once

#include "core/run_results.h"

#include <QString>

#include <optional>
#include <vector>

namespace atlas::widgets {

/// One of the large figures of a run.
struct RunFigure {
    QString id;  ///< objectName of its tile
    QString name;
    QString value;
    QString detail;  ///< what it stands on: interval, n
    QString rival;   ///< against the rival run, or empty
    QString help;    ///< the formula in words
};

/// Average accuracy, forgetting, size and time.
std::vector<RunFigure> runFigures(const RunResults &results, const std::optional<RunResults> &rival);

/// What came out, in one sentence.
QString headline(const RunResults &results);

/// Formula: 1.96 sqrt(sum_j s_j (1 - s_j) / n_j) / T: half the width of the 95 % interval of the average over the last
/// row, from the samples of each task's test split. 0 for no rows.
double averageInterval(const RunResults &results);

}  // namespace atlas::widgets
