#include "widgets/charts/format.h"
#include "widgets/charts/scatter_marks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace atlas::widgets {

namespace {

constexpr double kReach = 8;  ///< pixels beside a mark that still mean it
constexpr double kBeside = 0.08;

QString axisTitle(const ScatterFigure &figure)
{
    return figure.unit.isEmpty() ? figure.title : QStringLiteral("%1 (%2)").arg(figure.title, figure.unit);
}

QString textOf(const ScatterFigure &figure, double value)
{
    return figure.text ? figure.text(value) : format::number(value, 6);
}

/// All values with some room beside them.
template <typename ValueOf>
QCPRange rangeOf(const std::vector<ScatterPoint> &points, ValueOf valueOf)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ScatterPoint &point : points) {
        low = std::min(low, valueOf(point));
        high = std::max(high, valueOf(point));
    }
    if (!(low <= high)) {
        return {0, 1};
    }
    const double room = high > low ? kBeside * (high - low) : std::max(0.05 * std::abs(high), 1e-6);
    return {low - room, high + room};
}

}  // namespace

struct ScatterChart::Parts {
    explicit Parts(QCustomPlot &plot) : marks(new ScatterMarks(plot.axisRect(), scene)) {}

    ScatterScene scene;
    QPointer<ScatterMarks> marks;  ///< owned by the plot
    bool zoomed = false;
};

ScatterChart::ScatterChart(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    p.setLocale(QLocale());
    p.setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.axisRect()->setRangeZoomFactor(0.85);
    p.axisRect()->setMinimumMargins(QMargins(8, 10, 16, 4));
    p.xAxis->setNumberFormat(QStringLiteral("gb"));
    p.yAxis->setNumberFormat(QStringLiteral("gb"));
    const auto touched = [this] {
        m_parts->zoomed = true;
        setNote(tr("zoomed, double-click shows everything"));
    };
    connect(&p, &QCustomPlot::mouseWheel, this, touched);
    connect(&p, &QCustomPlot::mouseMove, this, [this, touched](const QMouseEvent *event) {
        if (event->buttons() == Qt::NoButton) {
            setCurrent(pointAt(event->pos()), false);
        } else {
            touched();
        }
    });
    connect(&p, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent *event) {
        if (const int point = pointAt(event->pos()); point >= 0 && !m_parts->zoomed) {
            Q_EMIT chosen(point);
        }
    });
}

ScatterChart::~ScatterChart()
{
    delete m_parts->marks;  // it draws what goes with this object
}

void ScatterChart::setFigures(const ScatterFigure &x, const ScatterFigure &y, const ScatterFigure &size)
{
    ScatterScene &scene = m_parts->scene;
    scene.x = x;
    scene.y = y;
    scene.size = size;
    plot().xAxis->setLabel(axisTitle(x));
    plot().yAxis->setLabel(axisTitle(y));
    fit();
    refresh();
}

void ScatterChart::setPoints(std::vector<ScatterPoint> points, std::vector<std::size_t> line)
{
    ScatterScene &scene = m_parts->scene;
    scene.points = std::move(points);
    scene.line = std::move(line);
    scene.current = scene.highlight = -1;
    scene.largest = 0;
    for (const ScatterPoint &point : scene.points) {
        scene.largest = std::max(scene.largest, std::isfinite(point.size) ? point.size : 0);
    }
    fit();
    refresh();
}

const std::vector<ScatterPoint> &ScatterChart::points() const
{
    return m_parts->scene.points;
}

void ScatterChart::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

void ScatterChart::setHighlight(int point)
{
    const int wanted = point < int(points().size()) ? point : -1;
    if (m_parts->scene.highlight != wanted) {
        m_parts->scene.highlight = wanted;
        plot().replot(QCustomPlot::rpQueuedReplot);
    }
}

int ScatterChart::current() const
{
    return m_parts->scene.current;
}

QPointF ScatterChart::placeOf(int point) const
{
    return m_parts->marks->placeOf(points()[std::size_t(point)]);
}

int ScatterChart::pointAt(const QPointF &pixels) const
{
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < int(points().size()); ++i) {
        const QPointF way = placeOf(i) - pixels;
        const double beyond = std::hypot(way.x(), way.y()) - m_parts->scene.diameter(points()[std::size_t(i)]) / 2;
        if (beyond <= kReach && beyond < least) {
            best = i;
            least = beyond;
        }
    }
    return best;
}

QString ScatterChart::tip(int point) const
{
    const ScatterScene &scene = m_parts->scene;
    const ScatterPoint &one = scene.points[std::size_t(point)];
    QStringList lines{one.name, tr("%1: %2").arg(scene.x.title, textOf(scene.x, one.x)),
                      tr("%1: %2").arg(scene.y.title, textOf(scene.y, one.y))};
    if (!scene.size.title.isEmpty() && std::isfinite(one.size)) {
        lines << tr("%1: %2").arg(scene.size.title, textOf(scene.size, one.size));
    }
    if (!one.remark.isEmpty()) {
        lines << one.remark;
    }
    return lines.join(QLatin1Char('\n'));
}

void ScatterChart::setCurrent(int point, bool byKey)
{
    ScatterScene &scene = m_parts->scene;
    if (scene.current == point) {
        return;
    }
    scene.current = point;
    plot().replot(QCustomPlot::rpQueuedReplot);
    if (point < 0) {
        QToolTip::hideText();
    } else {
        const QString text = tip(point);
        QToolTip::showText(plot().mapToGlobal(placeOf(point).toPoint() + QPoint(12, 12)), text, &plot());
        if (byKey) {
            plot().setAccessibleDescription(text);  // what a screen reader says of the mark the keys went to
        }
    }
    Q_EMIT hovered(point);
}

bool ScatterChart::key(int key)
{
    if (points().empty()) {
        return false;
    }
    std::vector<int> order(points().size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [this](int a, int b) { return points()[std::size_t(a)].x < points()[std::size_t(b)].x; });
    const auto here = std::find(order.begin(), order.end(), current());
    switch (key) {
    case Qt::Key_Right:
        setCurrent(here == order.end() || here + 1 == order.end() ? order.back() : *(here + 1), true);
        break;
    case Qt::Key_Left:
        setCurrent(here == order.begin() || here == order.end() ? order.front() : *(here - 1), true);
        break;
    case Qt::Key_Home: setCurrent(order.front(), true); break;
    case Qt::Key_End: setCurrent(order.back(), true); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current() < 0) {
            return false;
        }
        Q_EMIT chosen(current());
        break;
    case Qt::Key_Escape:
        if (current() < 0) {
            return false;
        }
        setCurrent(-1, true);
        break;
    default: return false;
    }
    return true;
}

bool ScatterChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &plot()) {
        if (event->type() == QEvent::Leave) {
            setCurrent(-1, false);
        }
        if (event->type() == QEvent::KeyPress && key(static_cast<QKeyEvent *>(event)->key())) {
            return true;
        }
    }
    return ChartView::eventFilter(watched, event);
}

void ScatterChart::fit()
{
    if (m_parts->zoomed) {
        return;
    }
    const ScatterScene &scene = m_parts->scene;
    plot().xAxis->setRange(rangeOf(scene.points, [&](const ScatterPoint &point) { return point.x * scene.x.scale; }));
    plot().yAxis->setRange(rangeOf(scene.points, [&](const ScatterPoint &point) { return point.y * scene.y.scale; }));
}

void ScatterChart::resetView()
{
    m_parts->zoomed = false;
    setNote({});
    fit();
    plot().replot();
}

void ScatterChart::restyle(const PlotLook &look)
{
    m_parts->scene.look = look;
}

ChartTable ScatterChart::table() const
{
    const ScatterScene &scene = m_parts->scene;
    ChartTable out;
    out.columns << tr("name") << scene.x.title << scene.y.title;
    const bool sized = !scene.size.title.isEmpty();
    if (sized) {
        out.columns << scene.size.title;
    }
    out.columns << tr("remark");
    for (const ScatterPoint &point : scene.points) {
        QVariantList row{point.name, point.x, point.y};
        if (sized) {
            row << (std::isfinite(point.size) ? QVariant(point.size) : QVariant());
        }
        out.rows.push_back(row << point.remark);
    }
    return out;
}

QString ScatterChart::summary() const
{
    const ScatterScene &scene = m_parts->scene;
    QStringList best;
    for (const std::size_t point : scene.line) {
        const ScatterPoint &one = scene.points[point];
        best << tr("%1: %2, %3").arg(one.name, textOf(scene.x, one.x), textOf(scene.y, one.y));
    }
    return QStringList{m_sentence.isEmpty() ? title() : m_sentence, best.join(QStringLiteral("; "))}
        .join(QLatin1Char(' '))
        .trimmed();
}

}  // namespace atlas::widgets
