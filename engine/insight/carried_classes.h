#pragma once

#include "core/sample.h"

#include <cstddef>
#include <vector>

namespace atlas::engine {

/// The classes that each sample carries, as places in the class list; empty = it teaches nothing.
using CarriedClasses = std::vector<std::vector<int>>;

/// Reads labels for insight: with `multiLabel` all of them, else the heaviest, of equal ones the first. Labels that are
/// none of the classes count for nothing: such a sample is neither learned from nor judged.
CarriedClasses carriedClasses(const std::vector<const Sample *> &samples, const std::vector<std::string> &classes,
                              bool multiLabel);

/// How many samples carry each class.
std::vector<std::int64_t> countsOf(const CarriedClasses &carried, std::size_t classes);

}  // namespace atlas::engine
