#pragma once

#include <qcustomplot.h>

#include "widgets/charts/plot_look.h"
#include "widgets/charts/point_cloud.h"

#include <array>

namespace atlas::widgets {

/// What part of the cloud is seen, and where a point lies on screen. One unit is as long across as it is up.
struct CloudFrame {
    QRectF world{0, 0, 1, 1};  ///< of all points
    QPointF centre{0.5, 0.5};
    double zoom = 1;  ///< 1 = all points fill the room
    QRect room;       ///< pixels

    double scale() const;
    QPointF toPixels(double x, double y) const;
    QPointF toWorld(const QPointF &pixels) const;
};

/// All a drawing of the cloud needs; shared by what draws and what reacts.
struct CloudScene {
    std::vector<CloudGroup> groups;
    std::vector<CloudPoint> points;
    std::vector<int> chosen;
    int current = -1;
    int hovered = -1;
    QPolygonF lasso;
    CloudFrame frame;
    PlotLook look = screenLook();

    bool shown(const CloudPoint &point) const { return point.group >= 0 && groups[std::size_t(point.group)].shown; }
    int sizeOfMarks() const;  ///< pixels; the fewer there are in view, the larger
};

/// A mark as a picture, so that tens of thousands are drawn without a path each.
QPixmap cloudMark(const CloudGroup &group, int size, double ratio);

/// The points. Faint ones lie below; the others in the order they were given, so that no group hides another.
class CloudPoints final : public QCPLayerable {
    Q_OBJECT

public:
    CloudPoints(QCustomPlot &plot, const CloudScene &scene);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    QRect clipRect() const override { return m_scene.frame.room; }
    void draw(QCPPainter *painter) override;

private:
    void drawLegend(QCPPainter &painter) const;

    const CloudScene &m_scene;
};

/// What changes while one works: rings around what is chosen, the current point, the lasso. On a layer of its own, so
/// that none of it draws the points anew.
class CloudRings final : public QCPLayerable {
    Q_OBJECT

public:
    CloudRings(QCustomPlot &plot, const CloudScene &scene);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    QRect clipRect() const override { return m_scene.frame.room; }
    void draw(QCPPainter *painter) override;

private:
    void drawChosen(QCPPainter &painter) const;

    const CloudScene &m_scene;
};

}  // namespace atlas::widgets
