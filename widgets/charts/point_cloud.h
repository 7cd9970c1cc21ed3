#pragma once

#include "widgets/charts/chart_view.h"
#include "widgets/charts/palette.h"

#include <QPolygonF>

#include <functional>
#include <memory>
#include <vector>

namespace atlas::widgets {

/// Points of a cloud that look alike.
struct CloudGroup {
    QString name;
    QColor colour;
    chart_palette::Marker marker = chart_palette::Marker::Disc;
    bool hollow = false;
    bool shown = true;
    qint64 count = 0;  ///< filled in by the cloud: its points
};

struct CloudPoint {
    double x = 0;
    double y = 0;
    int group = 0;
    bool strong = true;  ///< else drawn faint and never chosen
};

/// Tens of thousands of points in a plane, whose axes mean nothing, told apart by colour and marker. A line drawn
/// around points chooses them. Wheel zooms, dragging with the right or middle button moves, double click shows
/// everything. Keys: arrows go to the nearest point that way, with Shift choosing on; +, -, Home; Ctrl+A.
/// Who uses it decides what is chosen: signals say what was asked for.
class PointCloud : public ChartView {
    Q_OBJECT

public:
    explicit PointCloud(QWidget *parent = nullptr);
    ~PointCloud() override;

    /// The view stays where it is while the points lie where they were.
    void setData(std::vector<CloudGroup> groups, std::vector<CloudPoint> points);
    const std::vector<CloudGroup> &groups() const;
    const std::vector<CloudPoint> &points() const;
    void setGroupShown(int group, bool shown);
    void setChosen(std::vector<int> points);
    void setCurrent(int point);  ///< -1 = none; comes into view
    void setSummary(const QString &sentence);
    void setTable(std::function<ChartTable()> table);  ///< made when it is asked for

    QPointF placeOf(int point) const;          ///< in the plot's pixels
    int pointAt(const QPointF &pixels) const;  ///< the nearest within reach; -1 = none
    std::vector<int> inside(const QPolygonF &pixels) const;
    QWidget *area() const;  ///< what has the focus and takes the mouse
    QIcon markOf(int group) const;
    /// Points from one to the next in a direction of the screen; -1 = there is none.
    int nearest(int from, Qt::Key arrow) const;

    ChartTable table() const override;
    QString summary() const override;

Q_SIGNALS:
    void lassoed(const std::vector<int> &points, Qt::KeyboardModifiers modifiers);
    void clicked(int point, Qt::KeyboardModifiers modifiers);  ///< -1 = beside all
    void stepped(int point, bool extend);                      ///< by an arrow key
    void hovered(int point);                                   ///< -1 = none any more
    void allWanted();

protected:
    void restyle(const PlotLook &look) override;
    void resetView() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;
    enum class Drag { None, Lasso, Pan };

    bool press(QMouseEvent *event);
    bool move(QMouseEvent *event);
    bool release(QMouseEvent *event);
    bool key(QKeyEvent *event);
    void zoom(double factor, const QPointF &around);
    void pan(const QPointF &pixels);
    void drawPoints();
    void drawRings();
    void hover(int point);
    bool selectable(int point) const;

    std::unique_ptr<Parts> m_parts;
    std::function<ChartTable()> m_table;
    QString m_sentence;
    Drag m_drag = Drag::None;
    bool m_moved = false;  ///< since the button went down
    QPointF m_pressed;
    QPointF m_last;
};

}  // namespace atlas::widgets
