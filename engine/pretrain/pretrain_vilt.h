#pragma once

#include "engine/pretrain/pretrain.h"
#include "engine/pretrain/recipe.h"

namespace atlas::engine {

/// Builds the vocabulary, trains a ViLT from random weights and writes its folder.
void pretrainVilt(const Recipe &recipe, const PretrainRequest &request, Observer &observer,
                  const std::stop_token &stop);

}  // namespace atlas::engine
