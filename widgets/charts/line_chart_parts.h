#pragma once

#include <qcustomplot.h>

#include "widgets/charts/end_labels.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/line_readout.h"
#include "widgets/charts/line_windows.h"

#include <QPointer>

namespace atlas::widgets {

/// Shares and their differences are drawn in percent, so that ticks fall on round percentages.
inline double scaleOf(const LineAxes &axes)
{
    return axes.form == ValueForm::Number ? 1 : 100;
}

/// What a line chart has inside its plot.
struct LineChart::Parts {
    explicit Parts(QCustomPlot &plot) : labels(new EndLabels(plot.axisRect(), QStringLiteral("axes"))), readout(&plot)
    {
    }

    QPointer<EndLabels> labels;  ///< owned by the plot
    LineWindows windows;
    LineReadout readout;
    PlotLook look = screenLook();
    QCPItemStraightLine *reference = nullptr;
    QAction *logarithmic = nullptr;  ///< of the chart's menu
    QCPRange pressedAt;
    std::size_t drawn = 0;
    std::size_t total = 0;
};

}  // namespace atlas::widgets
