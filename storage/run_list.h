#pragma once

#include "core/run_record.h"

#include <map>
#include <string>
#include <vector>

namespace atlas::storage {

class Connection;

/// Newest first, as RunStore::list gives them, but without their settings, of which ten thousand runs have half a
/// million.
std::vector<RunRecord> listRuns(Connection &connection);

/// What each run learned from, in words ("parts v3, notes v1"), by its uuid. Runs of which that is not known are not
/// there.
std::map<std::string, std::string> listRunData(Connection &connection);

}  // namespace atlas::storage
