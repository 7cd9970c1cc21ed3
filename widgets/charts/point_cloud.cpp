#include <qcustomplot.h>

#include "widgets/charts/cloud_drawing.h"
#include "widgets/charts/format.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas::widgets {

namespace {

constexpr double kReach = 9;      ///< pixels from a point that still mean it
constexpr double kDragStart = 4;  ///< pixels before a press becomes a line
constexpr double kLassoStep = 3;  ///< pixels between two corners of it
constexpr double kMostZoom = 400;
constexpr double kWheelZoom = 1.2;
constexpr double kAroundWorld = 0.03;  ///< share of the extent that stays free at each side
constexpr int kIconSize = 12;

}  // namespace

struct PointCloud::Parts {
    explicit Parts(QCustomPlot &plot) : points(new CloudPoints(plot, scene)), rings(new CloudRings(plot, scene)) {}

    CloudScene scene;
    CloudPoints *points;  ///< owned by the plot
    CloudRings *rings;
};

PointCloud::PointCloud(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    for (QCPAxis *axis : p.axisRect()->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    p.axisRect()->setAutoMargins(QCP::msNone);
    p.axisRect()->setMargins(QMargins(0, 0, 0, 0));
    p.setInteractions(QCP::Interactions());
    connect(&p, &QCustomPlot::afterLayout, this, [this] { m_parts->scene.frame.room = plot().axisRect()->rect(); });
}

PointCloud::~PointCloud()
{
    delete m_parts->points;  // they draw what goes with this object
    delete m_parts->rings;
}

void PointCloud::setData(std::vector<CloudGroup> groups, std::vector<CloudPoint> points)
{
    CloudScene &scene = m_parts->scene;
    for (CloudGroup &group : groups) {
        group.count = 0;
    }
    QRectF world;
    if (!points.empty()) {
        const auto [left, right] = std::ranges::minmax(points, {}, &CloudPoint::x);
        const auto [low, high] = std::ranges::minmax(points, {}, &CloudPoint::y);
        world = QRectF(QPointF(left.x, low.y), QPointF(right.x, high.y));
        for (const CloudPoint &point : points) {
            if (point.group >= 0) {
                ++groups[std::size_t(point.group)].count;
            }
        }
    }
    const double least = std::max({world.width(), world.height(), 1e-6}) * kAroundWorld;
    world.adjust(-least, -least, least, least);
    const bool same = scene.frame.world == world;
    scene.groups = std::move(groups);
    scene.points = std::move(points);
    scene.chosen.clear();
    scene.current = scene.hovered = -1;
    scene.frame.world = world;
    if (!same) {
        scene.frame.zoom = 1;
        scene.frame.centre = world.center();
        setNote({});
    }
    refresh();
}

const std::vector<CloudGroup> &PointCloud::groups() const
{
    return m_parts->scene.groups;
}

const std::vector<CloudPoint> &PointCloud::points() const
{
    return m_parts->scene.points;
}

void PointCloud::setGroupShown(int group, bool shown)
{
    m_parts->scene.groups[std::size_t(group)].shown = shown;
    hover(-1);
    refresh();
}

void PointCloud::setChosen(std::vector<int> points)
{
    m_parts->scene.chosen = std::move(points);
    drawRings();
}

void PointCloud::setCurrent(int point)
{
    CloudScene &scene = m_parts->scene;
    scene.current = point;
    if (point >= 0 && scene.frame.zoom > 1 && !scene.frame.room.contains(placeOf(point).toPoint())) {
        scene.frame.centre = QPointF(scene.points[std::size_t(point)].x, scene.points[std::size_t(point)].y);
        drawPoints();
    }
    drawRings();
}

void PointCloud::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

void PointCloud::setTable(std::function<ChartTable()> table)
{
    m_table = std::move(table);
}

ChartTable PointCloud::table() const
{
    return m_table ? m_table() : ChartTable();
}

QString PointCloud::summary() const
{
    QStringList words;
    for (const CloudGroup &group : groups()) {
        words << QStringLiteral("%1: %2").arg(group.name, format::count(group.count));
    }
    return m_sentence + QLatin1Char(' ') + words.join(QStringLiteral(", "));
}

QWidget *PointCloud::area() const
{
    return &plot();
}

QIcon PointCloud::markOf(int group) const
{
    return cloudMark(groups()[std::size_t(group)], kIconSize, std::max(1.0, devicePixelRatioF()));
}

QPointF PointCloud::placeOf(int point) const
{
    const CloudPoint &one = points()[std::size_t(point)];
    return m_parts->scene.frame.toPixels(one.x, one.y);
}

bool PointCloud::selectable(int point) const
{
    return points()[std::size_t(point)].strong && m_parts->scene.shown(points()[std::size_t(point)]);
}

int PointCloud::pointAt(const QPointF &pixels) const
{
    int best = -1;
    double least = std::max(kReach, m_parts->scene.sizeOfMarks() / 2.0 + 2);
    least *= least;
    bool strong = false;
    for (int i = 0; i < int(points().size()); ++i) {
        const CloudPoint &point = points()[std::size_t(i)];
        const QPointF way = placeOf(i) - pixels;
        const double distance = QPointF::dotProduct(way, way);
        // What can be chosen goes before what is only there.
        if (m_parts->scene.shown(point) && distance <= least && (point.strong || !strong)) {
            best = i;
            least = distance;
            strong = point.strong;
        }
    }
    return best;
}

std::vector<int> PointCloud::inside(const QPolygonF &pixels) const
{
    std::vector<int> found;
    const QRectF around = pixels.boundingRect();
    for (int i = 0; i < int(points().size()); ++i) {
        if (const QPointF place = placeOf(i);
            around.contains(place) && selectable(i) && pixels.containsPoint(place, Qt::OddEvenFill)) {
            found.push_back(i);
        }
    }
    return found;
}

int PointCloud::nearest(int from, Qt::Key arrow) const
{
    const QPointF start = from >= 0 ? placeOf(from) : QPointF(m_parts->scene.frame.room.center());
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < int(points().size()); ++i) {
        if (i == from || !selectable(i)) {
            continue;
        }
        const QPointF way = placeOf(i) - start;
        const double ahead = arrow == Qt::Key_Left    ? -way.x()
                             : arrow == Qt::Key_Right ? way.x()
                             : arrow == Qt::Key_Up    ? -way.y()
                                                      : way.y();
        const double aside = arrow == Qt::Key_Left || arrow == Qt::Key_Right ? way.y() : way.x();
        const double cost = ahead * ahead + 2 * aside * aside;  // straight ahead rather than beside
        if (from < 0 || (ahead > 0 && std::abs(aside) <= ahead)) {
            const double distance = from < 0 ? QPointF::dotProduct(way, way) : cost;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
    }
    return best;
}

void PointCloud::restyle(const PlotLook &look)
{
    m_parts->scene.look = look;
}

void PointCloud::resetView()
{
    CloudFrame &frame = m_parts->scene.frame;
    frame.zoom = 1;
    frame.centre = frame.world.center();
    setNote({});
    drawPoints();
}

void PointCloud::drawPoints()
{
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void PointCloud::drawRings()
{
    if (plot().isVisible()) {
        m_parts->rings->layer()->replot();
    }
}

void PointCloud::zoom(double factor, const QPointF &around)
{
    CloudFrame &frame = m_parts->scene.frame;
    const QPointF before = frame.toWorld(around);
    frame.zoom = std::clamp(frame.zoom * factor, 1.0, kMostZoom);
    frame.centre += before - frame.toWorld(around);
    if (frame.zoom <= 1) {
        frame.centre = frame.world.center();
    }
    setNote(frame.zoom > 1 ? tr("zoomed") : QString());
    drawPoints();
}

void PointCloud::pan(const QPointF &pixels)
{
    CloudFrame &frame = m_parts->scene.frame;
    frame.centre += QPointF(-pixels.x(), pixels.y()) / std::max(frame.scale(), 1e-12);
    drawPoints();
}

void PointCloud::hover(int point)
{
    if (m_parts->scene.hovered != point) {
        m_parts->scene.hovered = point;
        drawRings();
        Q_EMIT hovered(point);
    }
}

bool PointCloud::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &plot()) {
        return ChartView::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove: return move(static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease: return release(static_cast<QMouseEvent *>(event));
    case QEvent::Leave: hover(-1); break;
    case QEvent::KeyPress:
        if (key(static_cast<QKeyEvent *>(event))) {
            return true;
        }
        break;
    case QEvent::Wheel: {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        zoom(std::pow(kWheelZoom, wheel->angleDelta().y() / 120.0), wheel->position());
        return true;
    }
    case QEvent::ContextMenu:
        if (static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Mouse) {
            return true;  // the right button moves; the menu comes when it is let go where it was pressed
        }
        break;
    default: break;
    }
    return ChartView::eventFilter(watched, event);
}

bool PointCloud::press(QMouseEvent *event)
{
    plot().setFocus(Qt::MouseFocusReason);
    m_drag = event->button() == Qt::LeftButton ? Drag::Lasso : Drag::Pan;
    m_moved = false;
    m_pressed = m_last = event->position();
    m_parts->scene.lasso.clear();
    return true;
}

bool PointCloud::move(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::None) {
        hover(pointAt(at));
        return true;
    }
    m_moved = m_moved || (at - m_pressed).manhattanLength() >= kDragStart;
    if (!m_moved) {
        return true;
    }
    hover(-1);
    if (m_drag == Drag::Pan) {
        plot().setCursor(Qt::ClosedHandCursor);
        pan(at - m_last);
        m_last = at;
        return true;
    }
    QPolygonF &lasso = m_parts->scene.lasso;
    if (lasso.isEmpty()) {
        lasso << m_pressed;
    }
    if ((at - lasso.last()).manhattanLength() >= kLassoStep) {
        lasso << at;
        drawRings();
    }
    return true;
}

bool PointCloud::release(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const QPolygonF lasso = std::exchange(m_parts->scene.lasso, {});
    plot().unsetCursor();
    if (drag == Drag::Lasso && m_moved) {
        drawRings();
        if (lasso.size() > 2) {
            Q_EMIT lassoed(inside(lasso), event->modifiers());
        }
    } else if (drag == Drag::Lasso) {
        const int point = pointAt(event->position());
        Q_EMIT clicked(point >= 0 && selectable(point) ? point : -1, event->modifiers());
    } else if (!m_moved && event->button() == Qt::RightButton) {
        QContextMenuEvent menu(QContextMenuEvent::Mouse, event->position().toPoint(),
                               event->globalPosition().toPoint());
        contextMenuEvent(&menu);
    }
    return true;
}

bool PointCloud::key(QKeyEvent *event)
{
    const QPointF middle = m_parts->scene.frame.room.center();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            return false;  // the page's own keys
        }
        if (const int next = nearest(m_parts->scene.current, Qt::Key(event->key())); next >= 0) {
            Q_EMIT stepped(next, event->modifiers().testFlag(Qt::ShiftModifier));
        }
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(kWheelZoom, middle); return true;
    case Qt::Key_Minus: zoom(1 / kWheelZoom, middle); return true;
    case Qt::Key_Home: resetView(); return true;
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) {
            Q_EMIT allWanted();
            return true;
        }
        return false;
    default: return false;
    }
}

}  // namespace atlas::widgets
