#pragma once

#include "core/task.h"

#include <filesystem>
#include <string>
#include <vector>

namespace atlas::engine {

/// What is wrong with the task packages and the checkpoint of a run, in sentences; empty = sound. Packages that the run
/// has not come to yet are not missed.  Errors: none for damaged files, they are what is reported.
std::vector<std::string> verifyRun(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks);

}  // namespace atlas::engine
