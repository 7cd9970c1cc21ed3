#pragma once

#include "engine/api/engine.h"

namespace atlas::engine {

/// Loads the engine library (and with it LibTorch, about half a second) and makes the engine. Call it on the thread
/// that will use the engine. It stands beside the program's binary or in ../lib.
/// Errors: Internal when the library cannot be loaded (says why and where it was looked for).
std::unique_ptr<Engine> loadEngine();

}  // namespace atlas::engine
