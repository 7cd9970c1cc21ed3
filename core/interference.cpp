#include "core/interference.h"

#include <algorithm>

namespace atlas {

std::vector<Interference> interferences(const MeasureInput &input)
{
    std::vector<Interference> found;
    for (std::size_t task = 0; task < input.samples.size(); ++task) {
        const std::vector<std::vector<double>> &rows = input.samples[task].rows;
        for (std::size_t later = 1; later < rows.size(); ++later) {
            const std::vector<double> &before = rows[later - 1];
            const std::vector<double> &after = rows[later];
            if (before.empty() || before.size() != after.size()) {
                continue;  // learned together: there is no row between
            }
            PairedDifference difference = pairedDifference(before, after);
            if (difference.significant()) {
                found.push_back({.step = static_cast<int>(task + later),
                                 .task = static_cast<int>(task),
                                 .difference = std::move(difference)});
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const Interference &one) { return one.difference.difference; });
    return found;
}

}  // namespace atlas
