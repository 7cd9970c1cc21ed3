#pragma once

#include "engine/pretrain/joint/joint_objective.h"

// A new objective is a file of this folder and a line here.
#define ATLAS_JOINT_OBJECTIVES(OBJECTIVE)                                                                              \
    OBJECTIVE(giveBack)                                                                                                \
    OBJECTIVE(maskedTokens)                                                                                            \
    OBJECTIVE(answers)                                                                                                 \
    OBJECTIVE(matching)                                                                                                \
    OBJECTIVE(spotDifference)

namespace atlas::engine::joint_objectives {

#define ATLAS_DECLARE(objective) JointObjectiveInfo objective();
ATLAS_JOINT_OBJECTIVES(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::engine::joint_objectives
