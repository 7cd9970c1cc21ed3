#pragma once

#include "storage/run_table.h"
#include "widgets/charts/line_series.h"
#include "widgets/compare/compare_model.h"

namespace atlas::widgets {

/// A line of the comparison with what it is drawn from.
struct DrawnLine {
    ComparedLine line;
    int style = 0;
    std::vector<storage::RunCurve> curves;  ///< of its runs
};

/// Lines over tasks, and how many seeds they stand on.
struct TaskLines {
    std::vector<LineSeries> lines;
    std::vector<QString> names;  ///< of the tasks, where all lines learned the same; else numbers
    int leastSeeds = 0;
    int mostSeeds = 0;
};

TaskLines averageOverTasks(const std::vector<DrawnLine> &drawn);     ///< mean score over the tasks learned so far
TaskLines forgettingOverTasks(const std::vector<DrawnLine> &drawn);  ///< mean fall since each was learned
TaskLines scoreOverTasks(const std::vector<DrawnLine> &drawn, const std::string &task);

/// Mean and spread of values at the same places, as the line of a chart: `values[k]` are those of place `x[k]`. Bands
/// are drawn where a place has several.
LineSeries spreadLine(const QString &name, int style, const std::vector<double> &x,
                      const std::vector<std::vector<double>> &values);

/// What the lines stand on, in words: seeds, band, and what to do where there are many.
QString seedsWords(int lines, int leastSeeds, int mostSeeds);

inline constexpr int kMostNamed = 8;  ///< lines up to which all stand out

}  // namespace atlas::widgets
