#pragma once

#include "storage/versions/data_versions.h"
#include "storage/versions/state_difference.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

/// What runs name as their data: [{"dataset", "version", "name", "uuid"}, ...].
nlohmann::ordered_json toJson(const std::vector<DataVersionRef> &versions);

nlohmann::ordered_json toJson(const storage::DataVersion &version);
std::string toText(const storage::DataVersion &version);  ///< one line

nlohmann::ordered_json toJson(const storage::StateDifference &difference);
std::string toText(const storage::StateDifference &difference);  ///< a line for each kind of change

}  // namespace atlas::app
