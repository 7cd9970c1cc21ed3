#pragma once

#include "core/observer.h"
#include "engine/backbone/vilt.h"
#include "engine/pretrain/pretrain_data.h"
#include "engine/pretrain/recipe.h"

#include <stop_token>

namespace atlas::engine {

/// Shares of right answers on what was kept from training.
struct PretrainScores {
    double pictures = 0;   ///< class of a picture, by a linear probe on the pooled output
    double questions = 0;  ///< answer to a question about a picture, by a linear probe on the pooled output
    double words = 0;      ///< hidden words of a text, by the network's own head
};

/// Measures a network; the same draws for every network, so that two can be compared.  Errors: Cancelled.
PretrainScores evaluatePretraining(const Vilt &vilt, const Recipe &recipe, const PretrainData &data, Observer &observer,
                                   const std::stop_token &stop);

}  // namespace atlas::engine
