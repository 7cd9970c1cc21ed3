#include <qcustomplot.h>

#include "widgets/charts/cloud_drawing.h"
#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr int kLegendMargin = 8;
constexpr double kFaint = 0.28;

struct SizeStep {
    double points;
    int size;
};
constexpr std::array kSizes{SizeStep{600, 13}, SizeStep{2500, 11}, SizeStep{8000, 9}, SizeStep{30'000, 7}};
constexpr int kSmallest = 5;

QPolygonF corners(std::initializer_list<QPointF> shares, double size)
{
    QPolygonF polygon;
    for (const QPointF &share : shares) {
        polygon << QPointF(0.5 + share.x() * size, 0.5 + share.y() * size);
    }
    return polygon;
}

void drawMarker(QPainter &painter, chart_palette::Marker marker, double size)
{
    using chart_palette::Marker;
    switch (marker) {
    case Marker::Disc: painter.drawEllipse(QRectF(0.5, 0.5, size, size)); break;
    case Marker::Square:
        painter.drawRect(QRectF(0.5 + size * 0.07, 0.5 + size * 0.07, size * 0.86, size * 0.86));
        break;
    case Marker::Triangle: painter.drawPolygon(corners({{0.5, 0}, {1, 0.92}, {0, 0.92}}, size)); break;
    case Marker::TriangleDown: painter.drawPolygon(corners({{0, 0.08}, {1, 0.08}, {0.5, 1}}, size)); break;
    case Marker::Diamond: painter.drawPolygon(corners({{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}, size)); break;
    case Marker::Cross:
        painter.drawPolygon(corners({{0.33, 0},
                                     {0.67, 0},
                                     {0.67, 0.33},
                                     {1, 0.33},
                                     {1, 0.67},
                                     {0.67, 0.67},
                                     {0.67, 1},
                                     {0.33, 1},
                                     {0.33, 0.67},
                                     {0, 0.67},
                                     {0, 0.33},
                                     {0.33, 0.33}},
                                    size));
        break;
    }
}

QPixmap emptyMark(int size, double ratio)
{
    QPixmap pixmap(int(std::ceil((size + 1) * ratio)), int(std::ceil((size + 1) * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QPoint corner(const QPointF &centre, int size)
{
    return {int(std::lround(centre.x() - size / 2.0)), int(std::lround(centre.y() - size / 2.0))};
}

}  // namespace

double CloudFrame::scale() const
{
    return zoom *
           std::min(room.width() / std::max(world.width(), 1e-9), room.height() / std::max(world.height(), 1e-9));
}

QPointF CloudFrame::toPixels(double x, double y) const
{
    const double by = scale();
    return {room.center().x() + (x - centre.x()) * by, room.center().y() - (y - centre.y()) * by};
}

QPointF CloudFrame::toWorld(const QPointF &pixels) const
{
    const double by = std::max(scale(), 1e-12);
    return {centre.x() + (pixels.x() - room.center().x()) / by, centre.y() - (pixels.y() - room.center().y()) / by};
}

int CloudScene::sizeOfMarks() const
{
    const double inView = double(points.size()) / std::max(1.0, frame.zoom * frame.zoom);
    const auto step = std::ranges::find_if(kSizes, [&](const SizeStep &one) { return inView <= one.points; });
    return step == kSizes.end() ? kSmallest : step->size;
}

QPixmap cloudMark(const CloudGroup &group, int size, double ratio)
{
    QPixmap pixmap = emptyMark(size, ratio);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = group.hollow ? std::max(1.0, size / 7.0) : 0;
    painter.setPen(group.hollow ? QPen(group.colour, line) : QPen(Qt::NoPen));
    painter.setBrush(group.hollow ? QBrush(Qt::NoBrush) : QBrush(group.colour));
    painter.translate(line / 2, line / 2);
    drawMarker(painter, group.marker, size - line);
    return pixmap;
}

CloudPoints::CloudPoints(QCustomPlot &plot, const CloudScene &scene)
    : QCPLayerable(&plot, QStringLiteral("main")), m_scene(scene)
{
}

void CloudPoints::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aePlottables);
}

void CloudPoints::draw(QCPPainter *painter)
{
    const int size = m_scene.sizeOfMarks();
    const double ratio = std::max(1.0, painter->device()->devicePixelRatioF());
    std::vector<QPixmap> marks;
    for (const CloudGroup &group : m_scene.groups) {
        marks.push_back(cloudMark(group, size, ratio));
    }
    QColor grey = m_scene.look.secondary;
    grey.setAlphaF(float(kFaint));
    const int small = std::max(3, size - 2);
    const QPixmap faint = cloudMark({.name = {}, .colour = grey}, small, ratio);
    const QRect room = m_scene.frame.room.adjusted(-size, -size, size, size);
    for (const CloudPoint &point : m_scene.points) {
        if (!point.strong && m_scene.shown(point)) {
            const QPoint at = corner(m_scene.frame.toPixels(point.x, point.y), small);
            if (room.contains(at)) {
                painter->drawPixmap(at, faint);
            }
        }
    }
    for (const CloudPoint &point : m_scene.points) {
        if (point.strong && m_scene.shown(point)) {
            const QPoint at = corner(m_scene.frame.toPixels(point.x, point.y), size);
            if (room.contains(at)) {
                painter->drawPixmap(at, marks[std::size_t(point.group)]);
            }
        }
    }
    if (m_scene.look.surface == paperLook().surface && m_scene.look.text == paperLook().text) {
        drawLegend(*painter);  // on screen the legend stands outside, where it can be clicked
    }
}

void CloudPoints::drawLegend(QCPPainter &painter) const
{
    constexpr int kMark = 11;
    const QFontMetrics metrics(m_scene.look.font);
    const int line = metrics.height() + 2;
    std::vector<std::pair<const CloudGroup *, QString>> lines;
    int width = 0;
    for (const CloudGroup &group : m_scene.groups) {
        if (group.shown) {
            lines.emplace_back(&group, QStringLiteral("%1  %2").arg(group.name, format::count(group.count)));
            width = std::max(width, metrics.horizontalAdvance(lines.back().second));
        }
    }
    QRect box(m_scene.frame.room.topLeft(),
              QSize(width + kMark + 3 * kLegendMargin, int(lines.size()) * line + kLegendMargin));
    QColor ground = m_scene.look.surface;
    ground.setAlphaF(0.85F);
    painter.fillRect(box, ground);
    painter.setFont(m_scene.look.font);
    painter.setPen(m_scene.look.text);
    int top = box.top() + kLegendMargin / 2;
    for (const auto &[group, text] : lines) {
        painter.drawPixmap(box.left() + kLegendMargin, top + (line - kMark) / 2,
                           cloudMark(*group, kMark, std::max(1.0, painter.device()->devicePixelRatioF())));
        painter.drawText(QRect(box.left() + kMark + 2 * kLegendMargin, top, width, line), Qt::AlignVCenter, text);
        top += line;
    }
}

CloudRings::CloudRings(QCustomPlot &plot, const CloudScene &scene)
    : QCPLayerable(&plot, QStringLiteral("overlay")), m_scene(scene)
{
}

void CloudRings::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, true, QCP::aeOther);
}

/// Discs below and the marks once more above them: where many lie over each other the outline stands around all.
void CloudRings::drawChosen(QCPPainter &painter) const
{
    const int size = m_scene.sizeOfMarks();
    const int outer = size + (size <= kSmallest ? 3 : 5);
    const double ratio = std::max(1.0, painter.device()->devicePixelRatioF());
    const QPixmap ground = cloudMark({.name = {}, .colour = m_scene.look.text}, outer, ratio);
    const QPixmap gap = cloudMark({.name = {}, .colour = m_scene.look.surface}, outer - 2, ratio);
    std::vector<QPixmap> marks;
    for (const CloudGroup &group : m_scene.groups) {
        marks.push_back(cloudMark(group, size, ratio));
    }
    const auto draw = [&](int width, const auto &markOf) {
        for (const int place : m_scene.chosen) {
            const CloudPoint &point = m_scene.points[std::size_t(place)];
            const QPoint at = corner(m_scene.frame.toPixels(point.x, point.y), width);
            if (m_scene.shown(point) && m_scene.frame.room.contains(at)) {
                painter.drawPixmap(at, markOf(point));
            }
        }
    };
    draw(outer, [&](const CloudPoint &) -> const QPixmap & { return ground; });
    if (size > kSmallest) {
        draw(outer - 2, [&](const CloudPoint &) -> const QPixmap & { return gap; });
    }
    draw(size, [&](const CloudPoint &point) -> const QPixmap & { return marks[std::size_t(point.group)]; });
}

void CloudRings::draw(QCPPainter *painter)
{
    const int size = m_scene.sizeOfMarks();
    drawChosen(*painter);
    const auto mark = [&](int place, int diameter, const QColor &colour, double width) {
        if (place < 0 || !m_scene.shown(m_scene.points[std::size_t(place)])) {
            return;
        }
        const CloudPoint &point = m_scene.points[std::size_t(place)];
        const QPointF centre = m_scene.frame.toPixels(point.x, point.y);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_scene.look.surface, width + 3));  // told from whatever lies below
        painter->drawEllipse(centre, diameter / 2.0, diameter / 2.0);
        painter->setPen(QPen(colour, width));
        painter->drawEllipse(centre, diameter / 2.0, diameter / 2.0);
    };
    mark(m_scene.current, size + 9, m_scene.look.accent, 2.5);
    if (m_scene.hovered != m_scene.current) {
        mark(m_scene.hovered, size + 5, m_scene.look.secondary, 1.5);
    }
    if (m_scene.lasso.size() > 1) {
        QColor fill = m_scene.look.accent;
        fill.setAlphaF(0.12F);
        painter->setBrush(fill);
        painter->setPen(Qt::NoPen);
        painter->drawPolygon(m_scene.lasso);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_scene.look.accent, 1.5));
        painter->drawPolyline(m_scene.lasso);
        painter->setPen(QPen(m_scene.look.accent, 1, Qt::DotLine));
        painter->drawLine(m_scene.lasso.last(), m_scene.lasso.first());
    }
}

}  // namespace atlas::widgets
