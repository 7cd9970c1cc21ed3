#pragma once

#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::engine {

/// What a run answers for worse and worse test samples of one of its tasks.  Errors: as Engine::measureRobustness.
std::vector<RobustnessCurve> measureRobustness(const RobustnessRequest &request, Observer &observer,
                                               const std::stop_token &stop);

}  // namespace atlas::engine
