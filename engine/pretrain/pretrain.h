#pragma once

#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::engine {

/// Trains the network of a recipe from random weights and writes it with a MODEL_CARD.md that says what was measured
/// against the untrained network. A ViLT comes out as a Hugging Face folder: config.json, preprocessor_config.json,
/// tokenizer_config.json, vocab.txt, model.safetensors (fp16); of a starter its config.json and joint.safetensors,
/// which `atlas backbone assemble` puts together with the embedders. Goes on from a checkpoint that an interrupted run
/// left in `out`. Errors: NotFound, BadInput (recipe, data), Cancelled, DiskFull, Io.
void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop);

/// Where an interrupted run goes on from, inside the folder it writes.
inline constexpr const char *kPretrainCheckpoint = "pretrain_checkpoint.safetensors";

/// How many objectives are worked on at a time.
int threadsOf(const PretrainRequest &request);

}  // namespace atlas::engine
