#pragma once

#include "widgets/charts/chart_view.h"

#include <functional>
#include <memory>
#include <vector>

namespace atlas::widgets {

/// One thing in a plane of two figures.
struct ScatterPoint {
    QString name;
    double x = 0;
    double y = 0;
    double size = 0;      ///< a third figure, drawn as the size of the mark where the chart has one
    int style = 0;        ///< see chart_palette::lineStyle
    bool strong = true;   ///< else drawn hollow and faint
    QString remark = {};  ///< a sentence, shown with the figures under the pointer
};

/// What a figure is and how it reads.
struct ScatterFigure {
    QString title;
    std::function<QString(double)> text;  ///< "83.4 %"
    double scale = 1;                     ///< from the figure to what the axis counts in
    QString unit = {};                    ///< of the axis: "%", "MB"
};

/// Things in a plane of two figures, with a line through the best of them. A name stands at each strong mark where
/// there is room.
/// Keys: Left and Right go from mark to mark, Home and End to the ends, Enter chooses. Wheel zooms, drag pans, double
/// click shows everything.
class ScatterChart : public ChartView {
    Q_OBJECT

public:
    explicit ScatterChart(QWidget *parent = nullptr);
    ~ScatterChart() override;

    /// `size`: without a title, all marks are of one size.
    void setFigures(const ScatterFigure &x, const ScatterFigure &y, const ScatterFigure &size = {});
    /// `line`: places of the points it goes through, the best across first, the best up last.
    void setPoints(std::vector<ScatterPoint> points, std::vector<std::size_t> line = {});
    const std::vector<ScatterPoint> &points() const;
    void setSummary(const QString &sentence);
    /// The others fade; -1 = all stand out.
    void setHighlight(int point);
    int current() const;  ///< under the pointer or the keys; -1 = none

    QPointF placeOf(int point) const;          ///< pixels of the plot
    int pointAt(const QPointF &pixels) const;  ///< the nearest within reach; -1 = none
    QString tip(int point) const;              ///< name, figures, remark

    ChartTable table() const override;
    QString summary() const override;

Q_SIGNALS:
    void hovered(int point);  ///< -1 = none any more
    void chosen(int point);   ///< clicked, or Enter

protected:
    void restyle(const PlotLook &look) override;
    void resetView() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;

    void fit();
    void setCurrent(int point, bool byKey);
    bool key(int key);

    std::unique_ptr<Parts> m_parts;
    QString m_sentence;
};

}  // namespace atlas::widgets
