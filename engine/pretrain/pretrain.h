#pragma once

#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::engine {

/// Trains a compact ViLT from random weights by a recipe and writes it as a Hugging Face folder: config.json,
/// preprocessor_config.json, tokenizer_config.json, vocab.txt, model.safetensors (fp16) and MODEL_CARD.md with what
/// was measured against the untrained network. Goes on from a checkpoint that an interrupted run left in `out`.
/// Errors: NotFound, BadInput (recipe, data), Cancelled, DiskFull, Io.
void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop);

}  // namespace atlas::engine
