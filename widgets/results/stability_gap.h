#pragma once

#include "core/run_record.h"
#include "widgets/charts/line_series.h"

#include <map>

namespace atlas::widgets {

/// How older tasks fared on validation while later ones were being learned: what the matrix, which looks only after a
/// task, cannot show.
struct StabilityGap {
    struct Line {
        int task = 0;
        std::vector<QPointF> points;  ///< x: steps of all tasks one after the other
    };
    /// The deepest fall inside the learning of one task.
    struct Dip {
        int task = -1;  ///< -1 = none fell
        int during = -1;
        double before = 0;  ///< when that learning began
        double lowest = 0;
        double after = 0;  ///< when it ended

        double depth() const { return before - lowest; }
    };

    std::vector<Line> lines;
    std::vector<ChartBoundary> boundaries;  ///< where the learning of a task begins
    Dip worst;
    /// mean_j min_s V_j(s): the lowest score of each older task, averaged (min-ACC, De Lange and others 2023).
    std::optional<double> minimum;
};

using RunCurves = std::map<SeriesKey, std::vector<SeriesPoint>>;

/// From the series "validation", of which "<task>/<stage>" is the task's own and "<task>/<stage>/<older task>" what an
/// older one scored meanwhile. `tasks`: names in learning order. No lines where nothing was watched.
StabilityGap stabilityGap(const std::vector<std::string> &tasks, const RunCurves &curves);

}  // namespace atlas::widgets
