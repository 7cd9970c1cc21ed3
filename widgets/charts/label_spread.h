#pragma once

#include <vector>

namespace atlas::widgets {

/// Moves labels that would overlap apart, as little as needed, keeping their order.
/// Units: pixels. `wanted` are the centres; every two come out at least `gap` apart and inside [low, high] as far as
/// there is room. The result is in the order of `wanted`.
std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap, double low, double high);

}  // namespace atlas::widgets
