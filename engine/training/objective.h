#pragma once

#include "core/settings.h"
#include "core/task.h"
#include "engine/learning/loss_forms.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// The settings of the loss, as they describe themselves.
std::vector<SettingSpec> lossSettings();

/// The same, read once.
struct LossSettings {
    std::string form;          ///< auto or the name of a LossForm
    std::string classWeights;  ///< auto, on, off
    double imbalanceLimit = 0;
    double classWeightBeta = 0;
    double labelSmoothing = 0;
    double focalGamma = 0;
    double robustQ = 0;
    double labelDoubt = 0;

    explicit LossSettings(const Settings &settings);
};

/// How a task is to be learned, and what the user should know of it.
struct TaskObjective {
    LossOptions options;
    std::string told;  ///< in words, when class weights were turned on; else empty
};

/// Class weights are on by themselves where the largest class has more than `imbalanceLimit` times the samples of the
/// smallest that has any. Not for choices, whose classes are mere places, and not for soft answers, of which most are
/// rare by nature; there they are on only if the user says so.
/// Shapes: truth[training sample][class] = weight.
TaskObjective objectiveFor(const Task &task, const std::vector<std::vector<double>> &truth,
                           const LossSettings &settings);

}  // namespace atlas::engine
