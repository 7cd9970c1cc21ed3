#pragma once

#include <qcustomplot.h>

#include "widgets/charts/line_series.h"
#include "widgets/charts/plot_look.h"

class QLabel;

namespace atlas::widgets {

/// The crosshair of a line chart: a vertical line at one x and a card with the value of every line there.
class LineReadout {
public:
    explicit LineReadout(QCustomPlot *plot);

    void setLook(const PlotLook &look);

    /// Shows the values at the points nearest to `x`.
    void show(double x, const std::vector<LineSeries> &series, const LineAxes &axes);
    void hide();
    bool visible() const;
    double x() const { return m_x; }
    QString text() const;  ///< what the card says, for tests and screen readers

private:
    void place();

    QCustomPlot *m_plot;
    QCPItemStraightLine *m_line;
    QLabel *m_card;
    double m_x = 0;
    bool m_dark = false;
    QColor m_quiet;
};

}  // namespace atlas::widgets
