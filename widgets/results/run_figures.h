#pragma once

#include "core/run_results.h"

#include <QString>

#include <optional>
#include <vector>

namespace atlas::storage {
class Connection;
}

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

/// Average accuracy, forgetting, size and time. `forgettingInterval`: half the width of its interval (see below).
std::vector<RunFigure> runFigures(const RunResults &results, const std::optional<RunResults> &rival,
                                  std::optional<double> forgettingInterval = {});

/// Formula: 1.96 sqrt(sum_j se_j^2) / (T - 1), se_j of the differences of task j's samples between when it was learned
/// and now: half the width of the 95 % interval of forgetting. Nothing where samples are not kept for every task, or
/// where a score is no mean over them.
/// Threads: the connection's.  Errors: those of the stores.
std::optional<double> forgettingInterval(storage::Connection &connection, const RunResults &results);

/// What came out, in one sentence.
QString headline(const RunResults &results);

/// Formula: 1.96 sqrt(sum_j s_j (1 - s_j) / n_j) / T: half the width of the 95 % interval of the average over the last
/// row, from the samples of each task's test split. 0 for no rows.
double averageInterval(const RunResults &results);

}  // namespace atlas::widgets
