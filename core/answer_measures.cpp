#include "core/answer_measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace atlas {

std::optional<double> calibrationError(std::span<const Prediction> answers)
{
    if (answers.empty()) {
        return std::nullopt;
    }
    std::array<double, kCalibrationBins> surplus{};  // sum of score - confidence
    for (const Prediction &answer : answers) {
        const int bin = std::clamp(static_cast<int>(answer.confidence * kCalibrationBins), 0, kCalibrationBins - 1);
        surplus[static_cast<std::size_t>(bin)] += answer.score - answer.confidence;
    }
    const double sum = std::accumulate(surplus.begin(), surplus.end(), 0.0,
                                       [](double all, double bin) { return all + std::abs(bin); });
    return sum / static_cast<double>(answers.size());
}

std::vector<std::vector<double>> confusionCounts(std::span<const Prediction> answers, std::size_t classes)
{
    for (const Prediction &answer : answers) {
        classes = std::max(classes, static_cast<std::size_t>(std::max({answer.expected, answer.predicted, -1}) + 1));
    }
    std::vector<std::vector<double>> counts(classes, std::vector<double>(classes, 0));
    for (const Prediction &answer : answers) {
        if (answer.expected >= 0 && answer.predicted >= 0) {
            counts[static_cast<std::size_t>(answer.expected)][static_cast<std::size_t>(answer.predicted)] += 1;
        }
    }
    return counts;
}

std::vector<double> recallByClass(const std::vector<std::vector<double>> &confusion)
{
    std::vector<double> recall;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        const double n = std::accumulate(confusion[i].begin(), confusion[i].end(), 0.0);
        recall.push_back(n > 0 ? confusion[i][i] / n : std::numeric_limits<double>::quiet_NaN());
    }
    return recall;
}

}  // namespace atlas
