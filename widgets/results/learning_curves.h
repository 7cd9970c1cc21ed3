#pragma once

#include "widgets/results/stability_gap.h"

namespace atlas::widgets {

/// How one stage of one task was learned.
struct LearningCurve {
    int task = 0;
    std::string stage;
    std::vector<QPointF> points;
    QPointF best;         ///< the first of the highest points
    double lateGain = 0;  ///< what the last quarter of the evaluations brought over the best before it
};

/// The tasks' own validation curves, in learning order, each task's stages in theirs. A value that is no number is a
/// gap; curves of nothing else are left out.
std::vector<LearningCurve> learningCurves(const std::vector<std::string> &tasks, const RunCurves &curves);

/// The last stage of each task.
std::vector<LearningCurve> lastStages(std::vector<LearningCurve> curves);

}  // namespace atlas::widgets
