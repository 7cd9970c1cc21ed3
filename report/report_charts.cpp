#include "report/report_charts.h"

#include "core/error.h"
#include "widgets/charts/chart_view.h"
#include "widgets/charts/registry.h"

#include <algorithm>
#include <memory>
#include <string>

namespace atlas::report {

Chart drawn(widgets::ChartView &view, QSize size)
{
    // Shown on the platform without a screen, so that layouts and the plot's own sizes are those of the picture.
    view.resize(size);
    view.show();
    Chart chart{view.title(), view.subtitle(), view.summary(), view.vectors(size), size};
    view.hide();
    return chart;
}

Chart chartOf(const char *name, const RunResults &results, QSize size)
{
    const auto charts = widgets::resultCharts();
    const auto found = std::ranges::find_if(
        charts, [name](const widgets::ResultChart &chart) { return std::string(chart.name) == name; });
    if (found == charts.end()) {
        throw Error(ErrorCode::Internal, std::string("There is no chart \"") + name + "\".");
    }
    const std::unique_ptr<widgets::ChartView> view(found->make(nullptr));
    found->show(*view, results);
    return drawn(*view, size);
}

}  // namespace atlas::report
