#include <qcustomplot.h>

#include "widgets/charts/end_labels.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/line_readout.h"
#include "widgets/charts/min_max.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr std::size_t kWidePenLimit = 2000;  ///< wide pens are a hundred times slower on long noisy curves
constexpr std::size_t kMarkerLimit = 60;
constexpr int kLowPlot = 130;                ///< pixels under which the plot does without the title of its x axis

/// Shares and their differences are drawn in percent, so that ticks fall on round percentages.
double scaleOf(const LineAxes &axes)
{
    return axes.form == ValueForm::Number ? 1 : 100;
}

}  // namespace

struct LineChart::Parts {
    explicit Parts(QCustomPlot &plot) : labels(new EndLabels(plot.axisRect(), QStringLiteral("axes"))), readout(&plot)
    {
    }

    QPointer<EndLabels> labels;  ///< owned by the plot
    LineReadout readout;
    PlotLook look = screenLook();
    QCPItemStraightLine *reference = nullptr;
    QCPRange pressedAt;
    std::size_t drawn = 0;
    std::size_t total = 0;
};

LineChart::LineChart(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    p.setLocale(QLocale());
    p.setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.axisRect()->setRangeZoomFactor(0.85);
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
}

LineChart::~LineChart() = default;

void LineChart::setAxes(const LineAxes &axes)
{
    m_axes = axes;
    m_zoomed = false;
    QCustomPlot &p = plot();
    p.xAxis->setLabel(axes.xTitle);
    p.yAxis->setLabel(axes.yTitle);
    p.yAxis->setNumberFormat(QStringLiteral("gb"));
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
    rebuild();
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

void LineChart::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

void LineChart::rebuild()
{
    QCustomPlot &p = plot();
    m_parts->readout.hide();
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

void LineChart::feed()
{
    QCustomPlot &p = plot();
    const double scale = scaleOf(m_axes);
    const QCPRange range = p.xAxis->range();
    const int columns = std::max(p.width(), 100);
    m_parts->drawn = 0;
    m_parts->total = 0;
    int graph = 0;
    for (const LineSeries &line : m_series) {
        const std::vector<std::size_t> kept = minMaxIndices(line.points, range.lower, range.upper, columns);
        const auto reduced = [&](auto valueOf) {
            QVector<QCPGraphData> out;
            out.reserve(static_cast<qsizetype>(kept.size()));
            for (const std::size_t i : kept) {
                out.append(QCPGraphData(line.points[i].x(), scale * valueOf(i)));
            }
            return out;
        };
        if (!line.low.empty()) {
            p.graph(graph++)->data()->set(reduced([&](std::size_t i) { return line.low[i]; }), true);
            p.graph(graph++)->data()->set(reduced([&](std::size_t i) { return line.high[i]; }), true);
        }
        p.graph(graph++)->data()->set(reduced([&](std::size_t i) { return line.points[i].y(); }), true);
        m_parts->drawn += kept.size();
        m_parts->total += line.points.size();
    }
    const QCPRange y = p.yAxis->range();
    for (const ChartBoundary &boundary : m_boundaries) {
        p.graph(graph++)->data()->set({QCPGraphData(boundary.x, y.lower), QCPGraphData(boundary.x, y.upper)}, true);
    }
}

void LineChart::fitRanges()
{
    QCustomPlot &p = plot();
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    double low = m_axes.referenceY.value_or(left);
    double high = m_axes.referenceY.value_or(-left);
    for (const LineSeries &line : m_series) {
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const QPointF &point = line.points[i];
            left = std::min(left, point.x());
            right = std::max(right, point.x());
            if (std::isfinite(point.y())) {
                low = std::min(low, i < line.low.size() ? line.low[i] : point.y());
                high = std::max(high, i < line.high.size() ? line.high[i] : point.y());
            }
        }
    }
    if (!m_axes.xNames.empty()) {
        left = -0.3;
        right = static_cast<double>(m_axes.xNames.size()) - 0.7;
    }
    if (!std::isfinite(left)) {
        left = right = 0;
    }
    const double beside = m_axes.xNames.empty() ? std::max(0.015 * (right - left), right > left ? 0 : 0.5) : 0;
    p.xAxis->setRange(left - beside, right + beside);
    if (m_axes.form == ValueForm::Share) {
        p.yAxis->setRange(-1, 101);  // markers on 0 and 100 % stay whole
    } else if (std::isfinite(low)) {
        const double scale = scaleOf(m_axes);
        const double room = std::max(0.06 * (high - low), 1e-3 * std::max(std::abs(high), 1.0) / scale);
        p.yAxis->setRange(scale * (low - room), scale * (high + room));
    } else {
        p.yAxis->setRange(0, 1);
    }
}

void LineChart::layLabels()
{
    QCustomPlot &p = plot();
    const bool dark = m_parts->look.dark;
    std::vector<EndLabels::Label> labels;
    for (const LineSeries &line : m_series) {
        if (!line.points.empty() && std::isfinite(line.points.back().y())) {
            labels.push_back({.name = line.name, .value = shortValueText(line.points.back().y(), m_axes.form),
                              .y = line.points.back().y() * scaleOf(m_axes),
                              .style = chart_palette::lineStyle(line.style, dark)});
        }
    }
    // Where not all names fit, those of the worst lines stand: what went wrong has to be named.
    const auto room = std::size_t(std::max(p.height(), 60) / QFontMetrics(m_parts->look.font).height());
    if (labels.size() > room) {
        const bool lowIsBad = m_axes.form != ValueForm::Difference;
        std::nth_element(labels.begin(), labels.begin() + std::ptrdiff_t(room), labels.end(),
                         [lowIsBad](const auto &a, const auto &b) { return lowIsBad ? a.y < b.y : a.y > b.y; });
        labels.resize(room);
    }
    m_parts->labels->setLabels(std::move(labels));
    if (m_axes.xNames.empty()) {
        const auto ticker = QSharedPointer<QCPAxisTicker>::create();
        ticker->setTickCount(std::clamp((p.width() - m_parts->labels->widthNeeded()) / 80, 2, 8));
        p.xAxis->setTicker(ticker);
        p.xAxis->setLabel(m_axes.xTitle);
    } else {
        const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        const QFontMetrics metrics(p.xAxis->tickLabelFont());
        const int slot = std::max(p.width() - 60 - m_parts->labels->widthNeeded(), 100) /
                         static_cast<int>(m_axes.xNames.size());
        int widest = 0;
        for (const QString &name : m_axes.xNames) {
            widest = std::max(widest, metrics.horizontalAdvance(name));
        }
        // Names that do not fit give way to their numbers: turned names would take the height of a small chart.
        const bool numbers = widest > slot - 8;
        for (std::size_t i = 0; i < m_axes.xNames.size(); ++i) {
            ticker->addTick(static_cast<double>(i), numbers ? QString::number(i + 1) : m_axes.xNames[i]);
        }
        p.xAxis->setTicker(ticker);
        p.xAxis->setLabel(numbers ? tr("%1, number").arg(m_axes.xTitle) : m_axes.xTitle);
    }
    if (p.height() < kLowPlot) {
        p.xAxis->setLabel({});
    }
    p.yAxis->ticker()->setTickCount(std::clamp(p.height() / 40, 2, 6));
    p.axisRect()->setMinimumMargins(QMargins(8, 10, std::max(12, m_parts->labels->widthNeeded()), 4));
    showNote();
}

void LineChart::showNote()
{
    QStringList notes;
    if (m_zoomed) {
        notes << tr("zoomed, double-click shows everything");
    }
    if (m_parts->drawn < m_parts->total && !m_zoomed) {
        notes << tr("drawn %1 of %2 points (min–max)").arg(format::count(qint64(m_parts->drawn)),
                                                            format::count(qint64(m_parts->total)));
    }
    setNote(notes.join(QStringLiteral(" · ")));
}

void LineChart::restyle(const PlotLook &look)
{
    QCustomPlot &p = plot();
    m_parts->look = look;
    m_parts->labels->setLook(look);
    m_parts->readout.setLook(look);
    p.xAxis->grid()->setVisible(false);
    if (m_parts->reference != nullptr) {
        m_parts->reference->setPen(QPen(look.secondary, 1, Qt::DashLine));
    }
    int graph = 0;
    for (const LineSeries &line : m_series) {
        const chart_palette::LineStyle style = chart_palette::lineStyle(line.style, look.dark);
        if (!line.low.empty()) {
            QColor band = style.colour;
            band.setAlphaF(0.15F);
            p.graph(graph)->setBrush(band);
            p.graph(graph++)->setPen(Qt::NoPen);
            p.graph(graph++)->setPen(Qt::NoPen);
        }
        const bool wide = line.points.size() <= kWidePenLimit;
        QCPGraph *g = p.graph(graph++);
        g->setPen(QPen(style.colour, wide ? 2 : 1, wide ? style.dash : Qt::SolidLine));
        g->setAntialiased(true);
        g->setScatterStyle(line.points.size() <= kMarkerLimit ? scatterStyle(style, look.surface, 7)
                                                              : QCPScatterStyle(QCPScatterStyle::ssNone));
    }
    for (std::size_t i = 0; i < m_boundaries.size(); ++i) {
        p.graph(graph++)->setPen(QPen(look.secondary, 1, Qt::DotLine));
    }
    layLabels();
}

void LineChart::resetView()
{
    m_zoomed = false;
    m_parts->readout.hide();
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
            steps.push_back(point.x());
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
    for (const LineSeries &line : m_series) {
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const double x = line.points[i].x();
            const auto place = static_cast<std::size_t>(std::max(0.0, std::round(x)));
            QVariantList row{line.name, named && place < m_axes.xNames.size() ? QVariant(m_axes.xNames[place])
                                                                              : QVariant(x),
                             line.points[i].y()};
            if (banded) {
                row << (i < line.low.size() ? QVariant(line.low[i]) : QVariant())
                    << (i < line.high.size() ? QVariant(line.high[i]) : QVariant());
            }
            out.rows.push_back(std::move(row));
        }
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
