#pragma once

#include <string_view>

namespace atlas::storage {

/// Whether `a` comes before `b` as people count: runs of digits by their value ("2" before "10"), the rest by code
/// point. A strict total order.
bool naturalLess(std::string_view a, std::string_view b);

}  // namespace atlas::storage
