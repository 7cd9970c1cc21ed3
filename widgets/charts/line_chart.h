#pragma once

#include "widgets/charts/chart_view.h"
#include "widgets/charts/line_series.h"

#include <memory>
#include <vector>

namespace atlas::widgets {

class LineReadout;

/// Lines over steps or tasks: named at their ends, told apart by colour, marker and dash, read by a crosshair.
/// Curves of any length stay quick: what is drawn is reduced to the pixels there are (see min_max.h) and says so;
/// table and export hold every point. A curve too long to be held has a source (LineSeries::source), which is asked for
/// what is in view; table and export read it in pages.
/// The x axis of numbers can be made logarithmic by the chart's menu, not where lines have sources, which are read in
/// equal steps.
/// Keys: Left and Right move the crosshair, Home and End to the ends, Escape hides it. Wheel zooms, drag pans,
/// double click shows everything.
class LineChart : public ChartView {
    Q_OBJECT

public:
    explicit LineChart(QWidget *parent = nullptr);
    ~LineChart() override;

    void setAxes(const LineAxes &axes);
    void setSeries(std::vector<LineSeries> series);
    void setBoundaries(std::vector<ChartBoundary> boundaries);
    const std::vector<LineSeries> &series() const { return m_series; }

    /// Adds points at the end of a line without drawing anything else anew.  Requires: x after the line's last.
    void append(std::size_t series, std::span<const QPointF> points);
    /// x of the line's last point, from which live data goes on; nothing while it is empty.
    std::optional<double> lastX(std::size_t series) const;

    /// Lines of other styles fade; negative or a style that no line has = all stand out.
    void setHighlight(int style);

    void setSummary(const QString &sentence);  ///< goes before the list of last values

    ChartTable table() const override;
    QString summary() const override;

protected:
    void restyle(const PlotLook &look) override;
    void resetView() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;

    void rebuild();
    void look();
    void takeWindow(std::size_t line);
    int columns() const;  ///< of the picture
    void feed();          ///< hands the visible part of each line to the plot
    void fitRanges();
    void layLabels();
    void showNote();
    void stepReadout(int direction);
    void setLogarithmic(bool logarithmic);

    std::unique_ptr<Parts> m_parts;
    std::vector<LineSeries> m_series;
    std::vector<ChartBoundary> m_boundaries;
    LineAxes m_axes;
    QString m_sentence;
    int m_highlight = -1;
    bool m_zoomed = false;
    bool m_logarithmic = false;  ///< what the axis is; what was asked for is the menu's
};

}  // namespace atlas::widgets
