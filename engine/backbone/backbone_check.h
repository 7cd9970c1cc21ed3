#pragma once

#include "engine/api/engine.h"

#include <filesystem>

namespace atlas::engine {

/// Says what a backbone folder is, whether its weights fit, and times one forward pass of one sample. A wrong or
/// hostile folder gives a report that says what is wrong.  Errors: NotFound when there is no such folder.
BackboneReport checkBackboneFolder(const std::filesystem::path &folder);

}  // namespace atlas::engine
