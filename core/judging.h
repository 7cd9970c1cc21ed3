#pragma once

#include "core/run_record.h"
#include "core/sample.h"
#include "core/scores.h"

#include <map>

namespace atlas {

/// Probability from which one of several labels counts as given.
inline constexpr double kChosen = 0.5;

/// Per sample: 1 right, 0 wrong; for soft answers the weight of the chosen one, for several labels the sample's own F1.
std::vector<double> sampleScores(const Judged &judged);

/// All scores that fit the task's labels, by name.
std::map<std::string, double> allScores(const Judged &judged);

/// What answers are worth for samples whose labels are known.
/// Shapes: probabilities[sample][class]; classes at the end may be missing (an older version of the task did not know
/// them): they are never chosen.  Requires: every label is a class of the task.
Judged judge(const Task &task, std::span<const Sample> samples, const std::vector<std::vector<double>> &probabilities);

/// The same, sample by sample as runs keep them.
std::vector<Prediction> predictionsOf(const Judged &judged, std::span<const Sample> samples,
                                      const std::vector<std::vector<double>> &probabilities);

}  // namespace atlas
