#include "core/pareto.h"

#include <algorithm>
#include <numeric>

namespace atlas {

ParetoFront paretoFront(std::span<const ParetoPoint> points)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return points[a].first != points[b].first ? points[a].first > points[b].first
                                                  : points[a].second > points[b].second;
    });
    ParetoFront result;
    result.dominatedBy.assign(points.size(), -1);
    for (const std::size_t point : order) {
        // Everything before it is no worse in the first figure; the last of the front has the best second one.
        if (!result.front.empty()) {
            const ParetoPoint &best = points[result.front.back()];
            const bool equal = best.first == points[point].first && best.second == points[point].second;
            if (best.second >= points[point].second && !equal) {
                result.dominatedBy[point] = static_cast<int>(result.front.back());
                continue;
            }
        }
        result.front.push_back(point);
    }
    return result;
}

}  // namespace atlas
