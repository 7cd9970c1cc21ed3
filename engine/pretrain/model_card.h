#pragma once

#include "engine/pretrain/objective.h"
#include "engine/pretrain/pretrain_scores.h"
#include "engine/pretrain/pretrainer.h"
#include "engine/pretrain/recipe.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// What a run came to, and what only its architecture can say.
struct PretrainReport {
    std::string summary;  ///< a paragraph: what the network is and what it is for
    std::string network;  ///< a paragraph: layers, sizes, parameters
    std::string changes;  ///< how samples were changed while training
    std::string limits;   ///< a paragraph
    std::vector<ObjectiveText> objectives;
    PretrainRecord record;
    PretrainScores untrained;
    PretrainScores trained;
};

/// The text of a MODEL_CARD.md: what the network is, its data and licences, how it was trained, what was measured.
std::string modelCard(const Recipe &recipe, const PretrainReport &report);

}  // namespace atlas::engine
