#pragma once

#include "engine/training/strategy.h"

// A new strategy is a file of this folder and a line here; the order is the order of forms and help.
#define ATLAS_STRATEGIES(STRATEGY)                                                                                     \
    STRATEGY(atlas)                                                                                                    \
    STRATEGY(independentAdapters)                                                                                      \
    STRATEGY(sharedAdapter)                                                                                            \
    STRATEGY(headOnly)                                                                                                 \
    STRATEGY(frozenFeatures)                                                                                           \
    STRATEGY(fullFineTuning)                                                                                           \
    STRATEGY(frozenBottom)                                                                                             \
    STRATEGY(ewc)                                                                                                      \
    STRATEGY(replay)                                                                                                   \
    STRATEGY(prompts)                                                                                                  \
    STRATEGY(joint)                                                                                                    \
    STRATEGY(singleTask)

namespace atlas::engine::strategies {

#define ATLAS_DECLARE(strategy) StrategyDescription strategy();
ATLAS_STRATEGIES(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::engine::strategies
