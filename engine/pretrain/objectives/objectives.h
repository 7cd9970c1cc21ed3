#pragma once

#include "engine/pretrain/objective.h"

// A new objective is a file of this folder and a line here.
#define ATLAS_OBJECTIVES(OBJECTIVE)                                                                                    \
    OBJECTIVE(pictureClass)                                                                                            \
    OBJECTIVE(coarsePicture)                                                                                           \
    OBJECTIVE(captions)                                                                                                \
    OBJECTIVE(questionAnswer)                                                                                          \
    OBJECTIVE(maskedWords)                                                                                             \
    OBJECTIVE(bagOfWords)

namespace atlas::engine::objectives {

#define ATLAS_DECLARE(objective) ObjectiveInfo objective();
ATLAS_OBJECTIVES(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::engine::objectives
