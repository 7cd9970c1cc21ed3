#include "engine/training/objective.h"

#include "core/task_kind.h"
#include "engine/learning/class_weights.h"

#include <cstdio>

namespace atlas::engine {
namespace {

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

bool mayBeWeighted(const Task &task)
{
    return task.labelForm != LabelForm::Soft && taskKind(task.kind).head == HeadForm::Concatenate;
}

std::string reason(const Task &task, const std::vector<double> &counts, const LossSettings &settings)
{
    const Imbalance found = imbalanceOf(counts);
    const std::string sizes = "its largest class (" + task.classes[found.largest] + ", " +
                              shortNumber(counts[found.largest]) + " training samples) has " +
                              shortNumber(found.ratio) + " times as many as its smallest (" +
                              task.classes[found.smallest] + ", " + shortNumber(counts[found.smallest]) + ")";
    return "Task " + task.name + ": rare classes count more while it is learned, because " +
           (settings.classWeights == "on"
                ? "the setting class_weights is on; " + sizes + "."
                : sizes + ", more than the limit of " + shortNumber(settings.imbalanceLimit) + ".");
}

}  // namespace

TaskObjective objectiveFor(const Task &task, const std::vector<std::vector<double>> &truth,
                           const LossSettings &settings)
{
    TaskObjective objective;
    objective.options.form = &lossForm(settings.form == "auto" ? "plain" : settings.form);
    objective.options.labelSmoothing = settings.labelSmoothing;
    objective.options.focalGamma = settings.focalGamma;
    objective.options.robustQ = settings.robustQ;
    if (settings.classWeights == "off" || truth.empty()) {
        return objective;
    }
    const std::vector<double> counts = classCounts(truth);
    const bool uneven = mayBeWeighted(task) && imbalanceOf(counts).ratio > settings.imbalanceLimit;
    if (settings.classWeights == "on" || uneven) {
        objective.options.classWeights = classBalancedWeights(counts, settings.classWeightBeta);
        objective.told = reason(task, counts, settings);
    }
    return objective;
}

}  // namespace atlas::engine
