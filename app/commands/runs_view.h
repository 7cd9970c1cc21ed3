#pragma once

#include "core/run_view.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace atlas::app {

/// What `atlas runs` lists: the entries of a view, each the rows it stands for.
using RunEntries = std::vector<std::vector<std::size_t>>;

nlohmann::ordered_json toJson(const std::string &name, const RunView &view);

/// What a row holds in the columns of the view: numbers as numbers, null where there is nothing.
nlohmann::ordered_json cellsOf(const RunScene &scene, std::size_t row, const RunView &view);

/// A table for a terminal: a line for each entry; of several runs the mean, the deviation and the number of them.
std::string toText(const RunScene &scene, const RunEntries &entries, const RunView &view);

}  // namespace atlas::app
