#pragma once

#include "engine/api/engine.h"

namespace atlas::engine {

/// Writes a task's package with every adapter that it mixes: as the run stands after its last task.
/// Errors: as Engine::exportPackage.
void exportPackage(const ExportRequest &request);

}  // namespace atlas::engine
