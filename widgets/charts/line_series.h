#pragma once

#include <QPointF>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace atlas::widgets {

class LineSource;

/// One line of a chart.
struct LineSeries {
    QString name;
    int style = 0;                ///< see chart_palette::lineStyle; the same thing keeps its style in all charts
    std::vector<QPointF> points;  ///< ascending in x; NaN = gap

    /// An interval around each point (same size as points, or empty): drawn at 15 % opacity.
    std::vector<double> low;
    std::vector<double> high;

    QString data{};  ///< version of the data that its points stand on ("parts v3"); empty = it is not known

    /// Has the points of a line that is too long to be held. `points` is then a picture of the whole of it
    /// (LineSource::readWindow), or empty, and the chart asks for that itself.
    std::shared_ptr<LineSource> source{};
};

/// What the y values of a line chart are.
enum class ValueForm {
    Number,
    Share,      ///< 0..1, shown in percent from 0 to 100 % unless zoomed
    Difference  ///< of two shares, shown in points
};

/// What the axes of a line chart mean.
struct LineAxes {
    QString xTitle;
    QString yTitle;
    ValueForm form = ValueForm::Number;
    std::vector<QString> xNames{};       ///< names at x = 0, 1, 2, ...: categories instead of a scale
    std::optional<double> referenceY{};  ///< a line to compare with (0 for changes)

    bool operator==(const LineAxes &) const = default;
};

/// A vertical line with a word: where something began.
struct ChartBoundary {
    double x = 0;
    QString name;
};

QString valueText(double value, ValueForm form);
QString shortValueText(double value, ValueForm form);  ///< without the unit, where the axis names it

/// Index of the point nearest in x, or nothing for no points.  Requires: ascending x.
std::optional<std::size_t> nearestPoint(std::span<const QPointF> points, double x);

}  // namespace atlas::widgets
