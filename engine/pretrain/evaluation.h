#pragma once

#include "core/observer.h"
#include "engine/backbone/vilt.h"
#include "engine/pretrain/pretrain_data.h"
#include "engine/pretrain/pretrain_scores.h"
#include "engine/pretrain/recipe.h"

#include <stop_token>

namespace atlas::engine {

/// Measures a ViLT: classes of pictures and answers to questions by a linear probe on the pooled output, hidden words
/// by the network's own head. The same draws for every network, so that two can be compared.  Errors: Cancelled.
PretrainScores evaluatePretraining(const Vilt &vilt, const Recipe &recipe, const PretrainData &data, Observer &observer,
                                   const std::stop_token &stop);

}  // namespace atlas::engine
