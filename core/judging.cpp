#include "core/judging.h"

#include <algorithm>

namespace atlas {
namespace {

/// Formula: 2 |chosen and true| / (|chosen| + |true|); 1 when both are empty.
double sampleF1(const std::vector<int> &chosen, const std::vector<double> &truth)
{
    double hits = 0;
    for (const int place : chosen) {
        hits += truth[static_cast<std::size_t>(place)] > 0 ? 1 : 0;
    }
    const auto real = static_cast<double>(std::ranges::count_if(truth, [](double weight) { return weight > 0; }));
    const double both = static_cast<double>(chosen.size()) + real;
    return both == 0 ? 1 : 2 * hits / both;
}

}  // namespace

std::vector<double> sampleScores(const Judged &judged)
{
    std::vector<double> scores(judged.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::vector<double> &truth = judged.truth[i];
        switch (judged.labelForm) {
        case LabelForm::Single: scores[i] = judged.predicted[i] == judged.expected(i) ? 1 : 0; break;
        case LabelForm::Multi: scores[i] = sampleF1(judged.chosen[i], truth); break;
        case LabelForm::Soft: scores[i] = std::min(1.0, truth[static_cast<std::size_t>(judged.predicted[i])]); break;
        }
    }
    return scores;
}

std::map<std::string, double> allScores(const Judged &judged)
{
    std::map<std::string, double> values;
    for (const Score &score : scores()) {
        values[score.name] = score.compute(judged);
    }
    return values;
}

Judged judge(const Task &task, std::span<const Sample> samples, const std::vector<std::vector<double>> &probabilities)
{
    Judged judged;
    judged.classes = static_cast<int>(task.classes.size());
    judged.labelForm = task.labelForm;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        std::vector<double> truth(task.classes.size(), 0);
        for (const Label &label : samples[i].labels) {
            const auto place = std::ranges::find(task.classes, label.name) - task.classes.begin();
            truth[static_cast<std::size_t>(place)] = label.weight;
        }
        judged.truth.push_back(std::move(truth));
        const std::vector<double> &own = probabilities[i];
        judged.predicted.push_back(static_cast<int>(std::ranges::max_element(own) - own.begin()));
        if (task.labelForm == LabelForm::Multi) {
            std::vector<int> chosen;
            for (std::size_t place = 0; place < own.size(); ++place) {
                if (own[place] >= kChosen) {
                    chosen.push_back(static_cast<int>(place));
                }
            }
            judged.chosen.push_back(std::move(chosen));
        }
    }
    return judged;
}

std::vector<Prediction> predictionsOf(const Judged &judged, std::span<const Sample> samples,
                                      const std::vector<std::vector<double>> &probabilities)
{
    const std::vector<double> scores = sampleScores(judged);
    std::vector<Prediction> predictions;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        predictions.push_back({.sampleId = samples[i].id,
                               .predicted = judged.predicted[i],
                               .expected = judged.expected(i),
                               .confidence = probabilities[i][static_cast<std::size_t>(judged.predicted[i])],
                               .score = scores[i]});
    }
    return predictions;
}

}  // namespace atlas
