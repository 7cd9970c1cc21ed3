#pragma once

#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::engine {

/// Answers samples with a learned task of a run, in float32; where none is named, each with the task that the router
/// finds for it (decision/router.h).  Errors: as Engine::predict.
std::vector<Answer> predictSamples(const PredictRequest &request, Observer &observer, const std::stop_token &stop);

}  // namespace atlas::engine
