#pragma once

#include "core/robustness.h"

#include <QString>

namespace atlas::widgets {

/// The perturbation of that name; one that is not known is called by it.
PerturbationInfo perturbationOf(const std::vector<PerturbationInfo> &known, const std::string &name);

QString perturbationTitle(const PerturbationInfo &info);
QString strengthText(const PerturbationInfo &info, double strength);  ///< "4 % of the shorter side"

/// "Blur: answers hold up to 2 % of the shorter side, then fall to 61.0 %."
QString robustnessSentence(const PerturbationInfo &info, const RobustnessCurve &curve);

/// "Answered right as good (91.2 %), and as defect (80.0 %) at 4 % of the shorter side."
QString turnedWords(const PerturbationInfo &info, const TurnedSample &turned);

}  // namespace atlas::widgets
