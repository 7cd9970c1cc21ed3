#pragma once

#include "widgets/charts/heat_map.h"

#include <functional>
#include <optional>

namespace atlas {
struct RunResults;
}

namespace atlas::widgets {

/// Names, titles and cell details that all matrices over a run share; `levelOf(after, eval)` gives value and colour.
HeatMapData matrixData(const RunResults &results, const std::function<std::optional<double>(int, int)> &valueOf,
                       const std::function<QString(double)> &textOf);

}  // namespace atlas::widgets
