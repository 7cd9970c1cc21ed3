#include "widgets/charts/scatter_marks.h"

#include "widgets/charts/end_labels.h"
#include "widgets/charts/palette.h"

#include <cmath>

namespace atlas::widgets {

namespace {

constexpr double kMark = 10;      ///< pixels across, where all are of one size
constexpr double kLeastMark = 7;  ///< of the smallest of several sizes
constexpr double kMostMark = 24;
constexpr int kNameGap = 4;
constexpr std::size_t kFewPoints = 12;  ///< up to which the faint ones have their names too

}  // namespace

double ScatterScene::diameter(const ScatterPoint &point) const
{
    if (size.title.isEmpty() || largest <= 0 || !std::isfinite(point.size)) {
        return kMark;
    }
    // The area is what is compared by eye.
    return kLeastMark + (kMostMark - kLeastMark) * std::sqrt(std::max(point.size, 0.0) / largest);
}

bool ScatterScene::faded(int point) const
{
    return (highlight >= 0 && highlight != point) || (highlight < 0 && !points[std::size_t(point)].strong);
}

ScatterMarks::ScatterMarks(QCPAxisRect *rect, const ScatterScene &scene)
    : QCPLayerable(rect->parentPlot(), QStringLiteral("main")), m_rect(rect), m_scene(scene)
{
}

void ScatterMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

QPointF ScatterMarks::placeOf(const ScatterPoint &point) const
{
    return {m_rect->axis(QCPAxis::atBottom)->coordToPixel(point.x * m_scene.x.scale),
            m_rect->axis(QCPAxis::atLeft)->coordToPixel(point.y * m_scene.y.scale)};
}

void ScatterMarks::draw(QCPPainter *painter)
{
    drawLine(*painter);
    for (const bool faded : {true, false}) {
        for (int i = 0; i < int(m_scene.points.size()); ++i) {
            if (m_scene.faded(i) == faded) {
                drawMark(*painter, i);
            }
        }
    }
    drawNames(*painter);
    if (m_scene.current >= 0) {
        const ScatterPoint &point = m_scene.points[std::size_t(m_scene.current)];
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_scene.look.text, 1.5));
        const double radius = m_scene.diameter(point) / 2 + 4;
        painter->drawEllipse(placeOf(point), radius, radius);
    }
}

void ScatterMarks::drawLine(QCPPainter &painter) const
{
    QPolygonF way;
    for (const std::size_t point : m_scene.line) {
        const QPointF place = placeOf(m_scene.points[point]);
        if (!way.isEmpty()) {
            way << QPointF(place.x(), way.last().y());  // between two, only the worse of both is known to be there
        }
        way << place;
    }
    painter.setPen(QPen(m_scene.look.secondary, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(way);
}

void ScatterMarks::drawMark(QCPPainter &painter, int index) const
{
    const ScatterPoint &point = m_scene.points[std::size_t(index)];
    chart_palette::LineStyle style = chart_palette::lineStyle(point.style, m_scene.look.dark);
    const bool faded = m_scene.faded(index);
    if (faded) {
        style.colour = m_scene.look.secondary;
        style.colour.setAlphaF(0.55F);
    }
    QCPScatterStyle mark = scatterStyle(style, m_scene.look.surface, m_scene.diameter(point));
    mark.setBrush(point.strong ? QBrush(style.colour) : Qt::NoBrush);
    const QPointF place = placeOf(point);
    mark.applyTo(&painter, QPen(style.colour, 1.5));
    mark.drawShape(&painter, place.x(), place.y());
}

void ScatterMarks::drawNames(QCPPainter &painter) const
{
    painter.setFont(m_scene.look.font);
    const QFontMetrics metrics(m_scene.look.font);
    std::vector<QRectF> taken;
    for (const ScatterPoint &point : m_scene.points) {
        const QPointF place = placeOf(point);
        const double reach = m_scene.diameter(point) / 2;
        taken.emplace_back(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach);
    }
    std::vector<int> named;
    for (const bool faded : {false, true}) {  // those that matter choose their place first
        for (int i = 0; i < int(m_scene.points.size()); ++i) {
            const bool fits = !faded || (m_scene.highlight < 0 && m_scene.points.size() <= kFewPoints);
            if (m_scene.faded(i) == faded && fits) {
                named.push_back(i);
            }
        }
    }
    for (const int i : named) {
        const ScatterPoint &point = m_scene.points[std::size_t(i)];
        const QPointF place = placeOf(point);
        const double beside = m_scene.diameter(point) / 2 + kNameGap;
        const QSizeF size(metrics.horizontalAdvance(point.name), metrics.height());
        for (const QPointF corner : {QPointF(place.x() + beside, place.y() - size.height() / 2),
                                     QPointF(place.x() - beside - size.width(), place.y() - size.height() / 2),
                                     QPointF(place.x() - size.width() / 2, place.y() - beside - size.height()),
                                     QPointF(place.x() - size.width() / 2, place.y() + beside)}) {
            const QRectF room(corner, size);
            const bool free =
                std::none_of(taken.begin(), taken.end(), [&](const QRectF &r) { return r.intersects(room); });
            if (free && QRectF(m_rect->rect()).contains(room)) {
                QColor ground = m_scene.look.surface;
                ground.setAlphaF(0.85F);
                painter.fillRect(room, ground);  // a name can be read over the line
                painter.setPen(m_scene.faded(i) ? m_scene.look.secondary : m_scene.look.text);
                painter.drawText(room, Qt::AlignCenter, point.name);
                taken.push_back(room);
                break;
            }
        }
    }
}

}  // namespace atlas::widgets
