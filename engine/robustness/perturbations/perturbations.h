#pragma once

#include "engine/robustness/perturbation.h"

// A new perturbation is a file of this folder and a line here; the order is that of lists and help.
#define ATLAS_PERTURBATIONS(PERTURBATION)                                                                              \
    PERTURBATION(noise)                                                                                                \
    PERTURBATION(blur)                                                                                                 \
    PERTURBATION(brightness)                                                                                           \
    PERTURBATION(contrast)                                                                                             \
    PERTURBATION(rotation)                                                                                             \
    PERTURBATION(occlusion)                                                                                            \
    PERTURBATION(typos)                                                                                                \
    PERTURBATION(droppedWords)                                                                                         \
    PERTURBATION(fgsmPixels)                                                                                           \
    PERTURBATION(fgsmFeatures)

namespace atlas::engine::perturbations {

#define ATLAS_DECLARE(perturbation) Perturbation perturbation();
ATLAS_PERTURBATIONS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::engine::perturbations
