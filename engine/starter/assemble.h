#pragma once

#include "engine/api/engine.h"

namespace atlas::engine {

/// Puts a starter folder together: both embedders' files (or the text network's folder), the joint weights, and a
/// config.json that names the files by their content. Other embedders than those the joint weights were trained on are
/// taken, and the report says so. An older folder of the same name is replaced only when the new one works.
/// Errors: NotFound; BadInput (what is wrong with which part); DiskFull, Io.
BackboneReport assembleStarter(const AssembleRequest &request);

}  // namespace atlas::engine
