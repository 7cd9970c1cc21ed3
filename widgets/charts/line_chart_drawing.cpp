#include "widgets/charts/line_chart_parts.h"

#include "widgets/charts/axis_labels.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_source.h"
#include "widgets/charts/min_max.h"
#include "widgets/charts/number_ticker.h"

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr std::size_t kWidePenLimit = 2000;  ///< wide pens are a hundred times slower on long noisy curves
constexpr std::size_t kMarkerLimit = 60;     ///< points of a line; beyond it they hide each other
constexpr std::size_t kMarkersInAll = 400;   ///< of all lines together
constexpr float kFaded = 0.25F;              ///< opacity of lines beside the one that stands out
constexpr int kLowPlot = 130;                ///< pixels under which the plot does without the title of its x axis
constexpr double kLeastPoints = 4;           ///< points that an axis of differences spans
constexpr int kLeftOfPlot = 60;              ///< pixels of the y axis

}  // namespace

int LineChart::columns() const
{
    return std::max(plot().width(), 100);
}

void LineChart::feed()
{
    QCustomPlot &p = plot();
    const double scale = scaleOf(m_axes);
    const QCPRange range = p.xAxis->range();
    m_parts->drawn = 0;
    m_parts->total = 0;
    int graph = 0;
    for (const LineSeries &line : m_series) {
        std::vector<std::size_t> kept = minMaxIndices(line.points, range.lower, range.upper, columns(), m_logarithmic);
        if (m_logarithmic) {  // where there is no place for them
            std::erase_if(kept, [&](std::size_t i) { return line.points[i].x() <= 0; });
        }
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
        m_parts->total += std::max(line.points.size(), line.source == nullptr ? 0 : std::size_t(line.source->count()));
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
            if (m_logarithmic && point.x() <= 0) {
                continue;
            }
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
    const bool empty = !std::isfinite(left);  // numbers of nothing would puzzle
    p.xAxis->setTickLabels(!empty);
    p.yAxis->setTickLabels(!empty || m_axes.form == ValueForm::Share);
    if (empty) {
        left = right = 0;
    }
    if (m_logarithmic && left > 0) {
        const double beside = right > left ? std::pow(right / left, 0.015) : 2;
        p.xAxis->setRange(left / beside, right * beside);
    } else {
        const double beside = m_axes.xNames.empty() ? std::max(0.015 * (right - left), right > left ? 0.0 : 1.0) : 0;
        p.xAxis->setRange(left - beside, right + beside);
    }
    if (m_axes.form == ValueForm::Share) {
        p.yAxis->setRange(-1, 101);  // markers on 0 and 100 % stay whole
    } else if (!empty && std::isfinite(low)) {
        const double scale = scaleOf(m_axes);
        // Differences of a few points are noise; an axis that fits them would make a mountain of it.
        const double least =
            m_axes.form == ValueForm::Difference ? kLeastPoints / scale : 1e-3 * std::max(std::abs(high), 1.0);
        const double room = std::max(0.06 * (high - low), 0.5 * (least - (high - low)));
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
    std::ptrdiff_t standing = 0;  // labels of the line that stands out, in front
    for (const LineSeries &line : m_series) {
        if (!line.points.empty() && std::isfinite(line.points.back().y())) {
            labels.push_back({.name = line.name,
                              .value = shortValueText(line.points.back().y(), m_axes.form),
                              .y = line.points.back().y() * scaleOf(m_axes),
                              .style = chart_palette::lineStyle(line.style, dark)});
            if (line.style == m_highlight && standing == 0) {
                std::swap(labels.front(), labels.back());
                standing = 1;
            }
        }
    }
    // Where not all names fit, those of the worst lines stand beside it: what went wrong has to be named.
    const auto room = std::size_t(std::max(p.height(), 60) / QFontMetrics(m_parts->look.font).height());
    if (labels.size() > room) {
        const bool lowIsBad = m_axes.form != ValueForm::Difference;
        std::nth_element(labels.begin() + standing, labels.begin() + std::ptrdiff_t(room), labels.end(),
                         [lowIsBad](const auto &a, const auto &b) { return lowIsBad ? a.y < b.y : a.y > b.y; });
        labels.resize(room);
    }
    m_parts->labels->setLabels(std::move(labels));
    const QFontMetrics metrics(p.xAxis->tickLabelFont());
    if (m_axes.xNames.empty()) {
        const double right = std::clamp(p.xAxis->range().upper, 0.0, 1e15);
        // A ticker takes up to twice as many ticks as it is told: numbers of millions still stand apart.
        const int each = std::max(80, 2 * metrics.horizontalAdvance(format::count(qint64(right))));
        const int most = std::clamp((p.width() - m_parts->labels->widthNeeded()) / each, 2, 8);
        const QSharedPointer<QCPAxisTicker> ticker =
            m_logarithmic ? QSharedPointer<LogTicker>::create(most) : QSharedPointer<NumberTicker>::create(1);  // steps
        ticker->setTickCount(most);
        p.xAxis->setTicker(ticker);
    } else {
        // Names that do not fit give way to their numbers: turned names would take the height of a small chart.
        const double width = std::max(p.width() - kLeftOfPlot - m_parts->labels->widthNeeded(), 100);
        const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const AxisLabels::Label &label : labelsBelow(QStringList(m_axes.xNames.begin(), m_axes.xNames.end()),
                                                          width / double(m_axes.xNames.size()), metrics)
                                                  .labels) {
            ticker->addTick(label.place, label.text);
        }
        p.xAxis->setTicker(ticker);
    }
    const bool low = p.height() < kLowPlot;
    p.xAxis->setLabel(low ? QString() : m_axes.xTitle);
    const int height = p.height() - (low ? 2 : 3) * metrics.height();
    p.yAxis->setLabel(metrics.horizontalAdvance(m_axes.yTitle) <= height ? m_axes.yTitle : QString());
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
        notes << tr("drawn %1 of %2 points (min–max)")
                     .arg(format::count(qint64(m_parts->drawn)), format::count(qint64(m_parts->total)));
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
    const bool any =
        std::ranges::any_of(m_series, [this](const LineSeries &line) { return line.style == m_highlight; });
    const auto faded = [this, any](const LineSeries &line) { return any && line.style != m_highlight; };
    std::size_t inAll = 0;
    for (const LineSeries &line : m_series) {
        inAll += line.points.size();
    }
    int graph = 0;
    for (const LineSeries &line : m_series) {
        chart_palette::LineStyle style = chart_palette::lineStyle(line.style, look.dark);
        style.colour.setAlphaF(faded(line) ? kFaded : 1.0F);
        if (!line.low.empty()) {
            QColor band = style.colour;
            band.setAlphaF(faded(line) ? 0.05F : 0.15F);
            p.graph(graph)->setBrush(band);
            p.graph(graph++)->setPen(Qt::NoPen);
            p.graph(graph++)->setPen(Qt::NoPen);
        }
        const bool wide = line.points.size() <= kWidePenLimit;
        QCPGraph *g = p.graph(graph++);
        g->setPen(QPen(style.colour, wide ? 2 : 1, wide ? style.dash : Qt::SolidLine));
        g->setAntialiased(true);
        // One point alone has no line to be seen by.
        const bool marked = line.points.size() == 1 || (line.points.size() <= kMarkerLimit && inAll <= kMarkersInAll);
        g->setScatterStyle(marked ? scatterStyle(style, look.surface, 7) : QCPScatterStyle(QCPScatterStyle::ssNone));
    }
    for (std::size_t i = 0; i < m_boundaries.size(); ++i) {
        p.graph(graph++)->setPen(QPen(look.secondary, 1, Qt::DotLine));
    }
    layLabels();
}

}  // namespace atlas::widgets
