#pragma once

#include "engine/backbone/vilt_config.h"
#include "engine/pretrain/evaluation.h"
#include "engine/pretrain/pretrain_data.h"
#include "engine/pretrain/pretrainer.h"
#include "engine/pretrain/recipe.h"

#include <string>

namespace atlas::engine {

/// What a run came to.
struct PretrainReport {
    PretrainRecord record;
    PretrainScores untrained;
    PretrainScores trained;
    std::int64_t parameters = 0;
};

/// "43.2 %"
std::string percent(double share);

/// The text of a MODEL_CARD.md: what the network is, its data and licences, how it was trained, what was measured.
std::string modelCard(const Recipe &recipe, const PretrainData &data, const ViltConfig &config,
                      const PretrainReport &report);

}  // namespace atlas::engine
