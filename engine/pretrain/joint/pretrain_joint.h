#pragma once

#include "engine/pretrain/pretrain.h"
#include "engine/pretrain/recipe.h"

namespace atlas::engine {

/// Trains a starter's joint transformer on what the frozen embedders make of the recipe's data, and writes config.json
/// and joint.safetensors. The embedders' outputs are kept beside them while it trains.
void pretrainJoint(const Recipe &recipe, const PretrainRequest &request, Observer &observer,
                   const std::stop_token &stop);

}  // namespace atlas::engine
