#pragma once

#include "core/run_record.h"

#include <optional>
#include <span>
#include <vector>

namespace atlas {

inline constexpr int kCalibrationBins = 15;

/// sum_b n_b / n |mean score_b - mean confidence_b| over 15 bins of equal width of the confidence.
/// Not defined without answers.  Source: Guo et al. 2017.
std::optional<double> calibrationError(std::span<const Prediction> answers);

/// counts[expected][predicted], as many classes as `classes` or the answers name. Answers without a label are left out.
std::vector<std::vector<double>> confusionCounts(std::span<const Prediction> answers, std::size_t classes);

/// Share of each class's samples that were answered with it; NaN for a class without samples.
std::vector<double> recallByClass(const std::vector<std::vector<double>> &confusion);

}  // namespace atlas
