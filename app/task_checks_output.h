#pragma once

#include "storage/task_checks.h"

#include <nlohmann/json.hpp>

namespace atlas::app {

nlohmann::ordered_json toJson(const std::vector<storage::TaskCheck> &checks);

/// One line for each: "! ..." for a caution, "- ..." for a note, with what to do.
std::string toText(const std::vector<storage::TaskCheck> &checks);

/// What a person should know before a sequence is trained: how many cautions there are, and the worst; empty = none.
std::string cautionLine(const std::map<std::string, std::vector<storage::TaskCheck>> &checks,
                        const std::vector<std::string> &order);

}  // namespace atlas::app
