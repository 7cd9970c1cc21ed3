#pragma once

#include "core/observer.h"

#include <stop_token>
#include <string>
#include <vector>

namespace atlas::storage {

class Project;

/// integrity_check, foreign keys, schema version, every asset's hash, run folders without rows and rows without
/// folders, the audit trail, the packages of model versions. Returns what is wrong in words; empty = sound.
std::vector<std::string> verifyProject(const Project &project, Observer &observer, std::stop_token stop);

}  // namespace atlas::storage
