#pragma once

#include "core/measure.h"

// A new group of measures is a file of this folder and a line here; a new measure is an entry of its group's list.
#define ATLAS_MEASURE_GROUPS(GROUP)                                                                                    \
    GROUP(accuracy)                                                                                                    \
    GROUP(forgetting)                                                                                                  \
    GROUP(transfer)                                                                                                    \
    GROUP(answers)                                                                                                     \
    GROUP(cost)

namespace atlas::measure_groups {

#define ATLAS_DECLARE(group) std::vector<Measure> group();
ATLAS_MEASURE_GROUPS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

// What measures may need, each once.
extern const Requirement kLearnedOne;
extern const Requirement kLearnedTwo;
extern const Requirement kCellsBeforeLearning;
extern const Requirement kRandomScores;
extern const Requirement kSingleTaskRun;
extern const Requirement kJointRun;
extern const Requirement kFewLabels;
extern const Requirement kInsideEvaluations;
extern const Requirement kAnswers;
extern const Requirement kCosts;
extern const Requirement kOtherShares;

}  // namespace atlas::measure_groups
