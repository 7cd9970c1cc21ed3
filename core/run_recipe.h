#pragma once

#include "core/run_table.h"

#include <map>

namespace atlas {

/// The recipe of a run: everything it is asked to do but its seed, by name; all settings, and strategy, backbone,
/// max_train, precision, origin and tasks. Runs of one recipe repeat each other.
using RunRecipe = std::map<std::string, std::string>;

RunRecipe recipeOf(const RunRecord &run);
bool sameRecipe(const RunRecord &a, const RunRecord &b);

/// The same recipe, however many labels of each task the runs may use: limit and share count for nothing.
bool sameButForLabels(const RunRecord &a, const RunRecord &b);

/// Equal for rows of one recipe of one table, and of no use for anything else.  Requires: the row's settings.
std::string recipeKey(const RunScene &scene, std::size_t row);

/// How a recipe names a frozen network, "mini 0123456789ab", and what a run goes on from, "version of 1a2b3c4d".
std::string backboneFact(const std::string &name, const std::string &sha256);
std::string originFact(const std::string &how, const std::string &uuid);  ///< empty = it begins with nothing

}  // namespace atlas
