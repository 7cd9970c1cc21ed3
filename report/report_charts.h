#pragma once

#include "report/document.h"

#include <functional>

namespace atlas {
struct RunResults;
}
namespace atlas::widgets {
class ChartView;
}

namespace atlas::report {

/// Sizes in which charts are drawn; a page makes them as wide as it is, so that their letters are a little smaller than
/// those around them.
inline constexpr QSize kWholeWidth{720, 300};
inline constexpr QSize kLowWidth{720, 240};  ///< for few lines or points
inline constexpr QSize kHalfWidth{400, 280};

/// What a chart shows, as vectors.
Chart drawn(widgets::ChartView &view, QSize size);

/// A chart of the registry (widgets/charts/registry.h) filled with a run's results.  Errors: Internal (no such chart).
Chart chartOf(const char *name, const RunResults &results, QSize size);

}  // namespace atlas::report
