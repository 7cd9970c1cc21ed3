#pragma once

#include "core/task.h"
#include "storage/versions/data_versions.h"

namespace atlas::storage {

/// Sets a dataset back to a version: which samples it has, their labels, review states and parts, and the classes, as
/// one undoable step. What was there before is kept as a version of its own, so that the way back stays open even when
/// other steps are taken. Texts and pictures are not touched. Returns the samples it changed.
/// Requires: a writer's job; a version of this dataset.  Errors: those of all stores; nothing is changed then.
std::vector<std::int64_t> restoreVersion(Connection &connection, const Dataset &dataset, const DataVersion &version,
                                         const std::string &actor);

}  // namespace atlas::storage
