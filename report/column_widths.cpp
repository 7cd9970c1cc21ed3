#include "report/column_widths.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace atlas::report {

std::vector<double> shareWidth(double width, const std::vector<double> &needed, const std::vector<double> &weights)
{
    double left = width;
    std::vector<double> widths(needed.size(), 0);
    std::vector<std::size_t> open(needed.size());
    std::iota(open.begin(), open.end(), std::size_t{0});
    for (bool settled = false; !settled && !open.empty();) {
        settled = true;
        const double sum = std::accumulate(open.begin(), open.end(), 0.0,
                                           [&](double before, std::size_t i) { return before + weights[i]; });
        for (const std::size_t i : open) {
            if (needed[i] <= left * weights[i] / sum) {
                widths[i] = needed[i];
                settled = false;
            }
        }
        for (const std::size_t i : open) {
            left -= widths[i];
        }
        std::erase_if(open, [&](std::size_t i) { return widths[i] > 0; });
        if (settled) {
            for (const std::size_t i : open) {
                widths[i] = left * weights[i] / sum;
            }
            left = 0;
        }
    }
    if (left > 0) {
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] += left * weights[i] / sum;
        }
    }
    return widths;
}

}  // namespace atlas::report
