#include "widgets/charts/line_chart_parts.h"
#include "widgets/charts/line_rows.h"
#include "widgets/charts/number_ticker.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

LineChart::LineChart(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    p.setLocale(QLocale());
    p.setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.axisRect()->setRangeZoomFactor(0.85);
    p.xAxis->setNumberPrecision(8);  // ten million steps without a power of ten
    p.axisRect()->setMinimumMargins(QMargins(8, 10, 8, 4));
    connect(&p, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        if (plot().axisRect()->rect().contains(event->pos()) && event->buttons() == Qt::NoButton) {
            m_parts->readout.show(plot().xAxis->pixelToCoord(event->pos().x()), m_series, m_axes);
        } else {
            m_parts->readout.hide();
        }
    });
    const auto touched = [this] {
        m_zoomed = true;
        m_parts->readout.hide();
        look();
        feed();
        showNote();
    };
    connect(&p, &QCustomPlot::mouseWheel, this, [this, touched] {
        QMetaObject::invokeMethod(this, touched, Qt::QueuedConnection);  // after the plot has zoomed
    });
    connect(&p, &QCustomPlot::mousePress, this, [this] { m_parts->pressedAt = plot().xAxis->range(); });
    connect(&p, &QCustomPlot::mouseRelease, this, [this, touched] {
        if (m_parts->pressedAt != plot().xAxis->range()) {  // dragged, not only clicked
            touched();
        }
    });
    connect(&m_parts->windows, &LineWindows::arrived, this, &LineChart::takeWindow);
    m_parts->logarithmic = menu().addAction(tr("Logarithmic x axis"));
    m_parts->logarithmic->setObjectName(QStringLiteral("logarithmicX"));
    m_parts->logarithmic->setCheckable(true);
    m_parts->logarithmic->setVisible(false);
    connect(m_parts->logarithmic, &QAction::toggled, this, [this] {
        m_zoomed = false;
        rebuild();
    });
}

LineChart::~LineChart() = default;

void LineChart::setAxes(const LineAxes &axes)
{
    if (axes == m_axes) {
        return;  // new values of what is shown: who has zoomed in stays there
    }
    m_axes = axes;
    m_zoomed = false;
    QCustomPlot &p = plot();
    p.xAxis->setLabel(axes.xTitle);
    p.yAxis->setLabel(axes.yTitle);
    p.yAxis->setNumberFormat(QStringLiteral("gb"));
    p.yAxis->setTicker(
        QSharedPointer<NumberTicker>::create(axes.form == ValueForm::Difference ? 1 : 0));  // whole points
    if (m_parts->reference == nullptr && axes.referenceY) {
        m_parts->reference = new QCPItemStraightLine(&p);
        m_parts->reference->setLayer(QStringLiteral("grid"));
    }
    if (m_parts->reference != nullptr) {
        m_parts->reference->setVisible(axes.referenceY.has_value());
        m_parts->reference->point1->setCoords(0, axes.referenceY.value_or(0) * scaleOf(axes));
        m_parts->reference->point2->setCoords(1, axes.referenceY.value_or(0) * scaleOf(axes));
    }
    rebuild();
}

void LineChart::setSeries(std::vector<LineSeries> series)
{
    m_series = std::move(series);
    m_parts->windows.setLines(m_series, columns());
    // In a long curve one looks for a place along it; its heights stay in view.
    const bool isLong = std::ranges::any_of(m_series, [](const auto &line) { return line.source != nullptr; });
    plot().axisRect()->setRangeZoom(isLong ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical);
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (m_parts->windows.has(i)) {
            m_series[i].points = m_parts->windows.points(i);
        }
    }
    rebuild();
    look();
}

void LineChart::setBoundaries(std::vector<ChartBoundary> boundaries)
{
    m_boundaries = std::move(boundaries);
    rebuild();
}

void LineChart::append(std::size_t series, std::span<const QPointF> points)
{
    LineSeries &line = m_series.at(series);
    line.points.insert(line.points.end(), points.begin(), points.end());
    if (line.source != nullptr) {
        m_parts->windows.append(series, points);
    }
    if (!m_zoomed) {
        fitRanges();
    }
    feed();
    layLabels();
    refresh();
}

std::optional<double> LineChart::lastX(std::size_t series) const
{
    const auto &points = m_series.at(series).points;
    return points.empty() ? std::nullopt : std::optional(points.back().x());
}

void LineChart::setHighlight(int style)
{
    if (style != m_highlight) {
        m_highlight = style;
        restyle(m_parts->look);
        refresh();
    }
}

void LineChart::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

/// The early steps of a training, where most happens, are a tenth of an axis that treats all alike.
void LineChart::setLogarithmic(bool logarithmic)
{
    if (logarithmic != m_logarithmic) {
        m_logarithmic = logarithmic;
        m_zoomed = false;
        plot().xAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    }
}

void LineChart::rebuild()
{
    QCustomPlot &p = plot();
    m_parts->readout.hide();
    const bool possible =
        m_axes.xNames.empty() &&
        std::ranges::any_of(
            m_series, [](const LineSeries &line) { return !line.points.empty() && line.points.back().x() > 0; }) &&
        std::ranges::none_of(m_series, [](const LineSeries &line) { return line.source != nullptr; });
    m_parts->logarithmic->setVisible(possible);
    setLogarithmic(possible && m_parts->logarithmic->isChecked());
    p.clearPlottables();
    for (const LineSeries &line : m_series) {
        if (!line.low.empty()) {
            p.addGraph();
            p.addGraph();
            p.graph(p.graphCount() - 2)->setChannelFillGraph(p.graph(p.graphCount() - 1));
        }
        p.addGraph()->setName(line.name);
    }
    for (const ChartBoundary &boundary : m_boundaries) {
        QCPGraph *line = p.addGraph();
        line->setName(boundary.name);
    }
    if (!m_zoomed) {
        fitRanges();
    }
    restyle(screenLook());
    feed();
    layLabels();
    refresh();
}

/// Asks for the part of long lines that is in view; what there is of them is drawn meanwhile.
void LineChart::look()
{
    if (m_zoomed) {
        const QCPRange range = plot().xAxis->range();
        m_parts->windows.look(range.lower, range.upper, columns());
    }
}

void LineChart::takeWindow(std::size_t line)
{
    m_series.at(line).points = m_parts->windows.points(line);
    if (!m_zoomed) {
        fitRanges();
    }
    restyle(m_parts->look);
    feed();
    refresh();
}

void LineChart::resetView()
{
    m_zoomed = false;
    m_parts->readout.hide();
    m_parts->windows.lookAtAll();
    fitRanges();
    feed();
    showNote();
    plot().replot();
}

void LineChart::stepReadout(int direction)
{
    std::vector<double> steps;
    for (const LineSeries &line : m_series) {
        for (const QPointF &point : line.points) {
            if (!m_logarithmic || point.x() > 0) {
                steps.push_back(point.x());
            }
        }
    }
    if (steps.empty()) {
        return;
    }
    std::sort(steps.begin(), steps.end());
    if (!m_parts->readout.visible()) {
        m_parts->readout.show(direction > 0 ? steps.front() : steps.back(), m_series, m_axes);
        return;
    }
    const double now = m_parts->readout.x();
    const auto next = direction > 0 ? std::upper_bound(steps.begin(), steps.end(), now)
                                    : std::lower_bound(steps.begin(), steps.end(), now);
    if (direction > 0 && next != steps.end()) {
        m_parts->readout.show(*next, m_series, m_axes);
    } else if (direction < 0 && next != steps.begin()) {
        m_parts->readout.show(*(next - 1), m_series, m_axes);
    }
}

bool LineChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &plot() && event->type() == QEvent::Resize) {
        look();
        feed();
        layLabels();
    }
    if (watched == &plot() && event->type() == QEvent::Leave) {
        m_parts->readout.hide();
    }
    if (watched == &plot() && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Right: stepReadout(+1); return true;
        case Qt::Key_Left: stepReadout(-1); return true;
        case Qt::Key_Escape:
            if (m_parts->readout.visible()) {
                m_parts->readout.hide();
                return true;
            }
            break;
        default: break;
        }
    }
    return ChartView::eventFilter(watched, event);
}

ChartTable LineChart::table() const
{
    ChartTable out;
    out.columns << tr("line") << (m_axes.xTitle.isEmpty() ? tr("x") : m_axes.xTitle)
                << (m_axes.yTitle.isEmpty() ? tr("value") : m_axes.yTitle);
    const bool named = !m_axes.xNames.empty();
    const bool banded = std::any_of(m_series.begin(), m_series.end(), [](const auto &l) { return !l.low.empty(); });
    if (banded) {
        out.columns << tr("low") << tr("high");
    }
    const bool dated = std::any_of(m_series.begin(), m_series.end(), [](const auto &l) { return !l.data.isEmpty(); });
    if (dated) {
        out.columns << tr("data");
    }
    for (const LineSeries &line : m_series) {
        for (std::size_t i = 0; line.source == nullptr && i < line.points.size(); ++i) {
            const double x = line.points[i].x();
            const auto place = static_cast<std::size_t>(std::max(0.0, std::round(x)));
            QVariantList row{line.name,
                             named && place < m_axes.xNames.size() ? QVariant(m_axes.xNames[place]) : QVariant(x),
                             line.points[i].y()};
            if (banded) {
                row << (i < line.low.size() ? QVariant(line.low[i]) : QVariant())
                    << (i < line.high.size() ? QVariant(line.high[i]) : QVariant());
            }
            if (dated) {
                row << line.data;
            }
            out.rows.push_back(std::move(row));
        }
    }
    const auto longRow = [banded, dated](const LineSeries &line, const QPointF &point) {
        QVariantList row{line.name, point.x(), point.y()};
        if (banded) {
            row << QVariant() << QVariant();
        }
        if (dated) {
            row << line.data;
        }
        return row;
    };
    if (auto more = std::make_shared<LineRows>(m_series, longRow); !more->empty()) {
        out.more = std::move(more);
    }
    return out;
}

QString LineChart::summary() const
{
    QStringList values;
    for (const LineSeries &line : m_series) {
        if (!line.points.empty()) {
            const double y = line.points.back().y();
            values << tr("%1: %2").arg(line.name, valueText(y, m_axes.form));
        }
    }
    return QStringList{m_sentence.isEmpty() ? title() : m_sentence, values.join(QStringLiteral("; "))}
        .join(QLatin1Char(' '))
        .trimmed();
}

}  // namespace atlas::widgets
