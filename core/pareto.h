#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace atlas {

/// A candidate of two figures, each better when it is larger (negate one that is better when it is smaller).
struct ParetoPoint {
    double first = 0;
    double second = 0;
};

/// The points that no other point dominates, and for each of the others one that does.
struct ParetoFront {
    std::vector<std::size_t> front;  ///< best `first` first; equal points stand together
    std::vector<int> dominatedBy;    ///< per point: a point of the front, -1 = none
    bool onFront(std::size_t point) const { return dominatedBy[point] < 0; }
};

/// One point dominates another when it is no worse in both figures and better in one. Cost: O(n log n).
/// Requires: finite figures.  Source: Kung, Luccio & Preparata 1975.
ParetoFront paretoFront(std::span<const ParetoPoint> points);

}  // namespace atlas
