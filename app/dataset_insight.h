#pragma once

#include "core/observer.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace atlas::engine {
class Engine;
}
namespace atlas::storage {
class Project;
}

namespace atlas::app {

/// Lets the engine look at a dataset (Engine::inspect) and keeps what it says of each sample in the project, in the
/// place of what was known. `backbone`: as findBackbone() takes it.
/// Blocks.  Errors: those of Engine::inspect; BadInput for a dataset without samples; NotFound.
void lookAtDataset(engine::Engine &engine, storage::Project &project, std::int64_t dataset, const std::string &backbone,
                   Observer &observer, const std::stop_token &stop);

}  // namespace atlas::app
