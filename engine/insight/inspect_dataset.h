#pragma once

#include "engine/api/engine.h"

#include <stop_token>

namespace atlas::engine {

/// Looks at a dataset by the backbone's frozen features.  Errors: as Engine::inspect.
std::vector<SampleInsight> inspectDataset(const InsightRequest &request, Observer &observer,
                                          const std::stop_token &stop);

}  // namespace atlas::engine
