#include <qcustomplot.h>

#include "widgets/charts/axis_labels.h"
#include "widgets/charts/heat_cells.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/number_ticker.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kNameLimit = 120;  ///< pixels of a row's name
constexpr int kScaleWidth = 10;
constexpr double kScaleRoom = 40;   ///< pixels right of the cells, which names may reach over
constexpr double kBesideMap = 110;  ///< that and the title of the rows
constexpr double kAboveMap = 24;    ///< gaps above and below the cells
constexpr int kGradientStops = 32;

QCPColorGradient gradientOf(HeatMapData::Scale scale)
{
    QCPColorGradient gradient;
    QMap<double, QColor> stops;
    for (int i = 0; i <= kGradientStops; ++i) {
        const double t = double(i) / kGradientStops;
        stops.insert(t, heatColour(scale == HeatMapData::Scale::Level ? t : 2 * t - 1, scale));
    }
    gradient.setColorStops(stops);
    return gradient;
}

}  // namespace

struct HeatMap::Parts {
    explicit Parts(QCustomPlot &plot)
        : cells(new HeatCells(plot.axisRect(), QStringLiteral("main"))), scale(new QCPColorScale(&plot))
    {
        plot.plotLayout()->addElement(0, 1, scale);
        scale->setType(QCPAxis::atRight);
        scale->setBarWidth(kScaleWidth);
        scale->setRangeDrag(false);
        scale->setRangeZoom(false);
        scale->axis()->setTicker(QSharedPointer<NumberTicker>::create());
        group = new QCPMarginGroup(&plot);
        plot.axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, group);
        scale->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    }

    QPointer<HeatCells> cells;  ///< owned by the plot, as the others
    QCPColorScale *scale;
    QCPMarginGroup *group;
};

HeatMap::HeatMap(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    p.xAxis->setVisible(false);
    p.xAxis2->setVisible(true);
    p.yAxis->setRangeReversed(true);
    p.xAxis2->setTickLength(0);
    p.axisRect()->setMinimumMargins(QMargins(4, 4, 4, 4));
    m_parts->cells->setData(&m_data);
    new ScaleSlashes(*m_parts->scale, *m_parts->cells);  // the plot's
}

HeatMap::~HeatMap() = default;

void HeatMap::setData(HeatMapData data)
{
    m_data = std::move(data);
    if (!filled(m_current.y(), m_current.x())) {
        m_current = {-1, -1};
    }
    m_parts->cells->setCurrent(m_current);
    const bool level = m_data.scale == HeatMapData::Scale::Level;
    m_parts->scale->setGradient(gradientOf(m_data.scale));
    m_parts->scale->setDataRange(QCPRange(level ? 0 : -m_data.unit * m_data.range, m_data.unit * m_data.range));
    restyle(screenLook());
    refresh();
}

void HeatMap::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

bool HeatMap::filled(int row, int column) const
{
    return row >= 0 && column >= 0 && row < int(m_data.cells.size()) &&
           column < int(m_data.cells[std::size_t(row)].size()) &&
           std::isfinite(m_data.cells[std::size_t(row)][std::size_t(column)].level);
}

void HeatMap::setCurrentCell(int row, int column)
{
    const QPoint cell = filled(row, column) ? QPoint(column, row) : QPoint(-1, -1);
    if (cell == m_current) {
        return;
    }
    m_current = cell;
    m_parts->cells->setCurrent(cell);
    refresh();
    if (cell.x() >= 0) {
        Q_EMIT cellChosen(row, column);
    }
}

QPoint HeatMap::cellAt(const QPoint &position) const
{
    const QRect rect = plot().axisRect()->rect();
    if (!rect.contains(position) || m_data.rows.isEmpty() || m_data.columns.isEmpty()) {
        return {-1, -1};
    }
    return {static_cast<int>((position.x() - rect.left()) * m_data.columns.size() / rect.width()),
            static_cast<int>((position.y() - rect.top()) * m_data.rows.size() / rect.height())};
}

QPoint HeatMap::centreOf(int row, int column) const
{
    return m_parts->cells->rectOf(row, column).center().toPoint();
}

void HeatMap::layAxes()
{
    QCustomPlot &p = plot();
    const QFontMetrics metrics(p.yAxis->tickLabelFont());
    QStringList names;
    int nameWidth = 0;
    for (const QString &row : m_data.rows) {
        names << metrics.elidedText(row, Qt::ElideMiddle, kNameLimit);
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(names.last()));
    }
    const double width = std::max(60.0, p.width() - nameWidth - kBesideMap);
    const AxisLabels above = labelsAbove(m_data.columns, width / std::max<double>(1, double(m_data.columns.size())),
                                         kNameLimit, kScaleRoom, metrics);
    const auto columns = QSharedPointer<QCPAxisTickerText>::create();
    for (const AxisLabels::Label &label : above.labels) {
        columns->addTick(label.place, label.text);
    }
    const double height = std::max(60.0, p.height() - above.height(metrics) - metrics.height() - kAboveMap);
    const int step = labelStep(height / std::max<double>(1, double(names.size())), metrics.height());
    const auto rows = QSharedPointer<QCPAxisTickerText>::create();
    for (int i = 0; i < int(names.size()); i += step) {
        rows->addTick(i, names[i]);
    }
    p.yAxis->setTicker(rows);
    p.xAxis2->setTicker(columns);
    p.xAxis2->setTickLabelRotation(-above.angle);
    p.yAxis->setLabel(metrics.horizontalAdvance(m_data.rowTitle) <= height ? m_data.rowTitle : QString());
    p.xAxis2->setLabel(m_data.columnTitle);
    p.xAxis2->setRange(-0.5, double(m_data.columns.size()) - 0.5);
    p.xAxis->setRange(-0.5, double(m_data.columns.size()) - 0.5);
    p.yAxis->setRange(-0.5, double(m_data.rows.size()) - 0.5);
}

void HeatMap::restyle(const PlotLook &look)
{
    QCustomPlot &p = plot();
    m_parts->cells->setLook(look);
    for (QCPAxis *axis : {p.yAxis, p.xAxis2}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLabelColor(look.text);
        axis->setTickLabelFont(look.font);
        axis->setTickLengthOut(2);
        axis->grid()->setVisible(false);
    }
    applyLook(*m_parts->scale->axis(), look);
    m_parts->scale->axis()->setTicks(true);
    layAxes();
}

void HeatMap::resetView()
{
    setCurrentCell(-1, -1);
}

void HeatMap::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    layAxes();
}

void HeatMap::step(int rows, int columns)
{
    if (m_current.x() < 0) {
        for (int row = 0; row < int(m_data.cells.size()); ++row) {
            for (int column = 0; column < int(m_data.cells[std::size_t(row)].size()); ++column) {
                if (filled(row, column)) {
                    setCurrentCell(row, column);
                    return;
                }
            }
        }
        return;
    }
    if (filled(m_current.y() + rows, m_current.x() + columns)) {
        setCurrentCell(m_current.y() + rows, m_current.x() + columns);
    }
}

bool HeatMap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &plot()) {
        return ChartView::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonPress && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        const QPoint cell = cellAt(static_cast<QMouseEvent *>(event)->pos());
        if (filled(cell.y(), cell.x())) {
            setCurrentCell(cell.y(), cell.x());
        }
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        // There is nothing to zoom out of; the chosen cell stays.
        const QPoint cell = cellAt(static_cast<QMouseEvent *>(event)->pos());
        if (filled(cell.y(), cell.x())) {
            setCurrentCell(cell.y(), cell.x());
            Q_EMIT cellActivated(cell.y(), cell.x());
        }
        return true;
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint cell = cellAt(help->pos());
        if (filled(cell.y(), cell.x())) {
            QToolTip::showText(help->globalPos(), m_data.cells[std::size_t(cell.y())][std::size_t(cell.x())].details,
                               &plot());
        } else {
            QToolTip::hideText();
        }
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up: step(-1, 0); return true;
        case Qt::Key_Down: step(1, 0); return true;
        case Qt::Key_Left: step(0, -1); return true;
        case Qt::Key_Right: step(0, 1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (filled(m_current.y(), m_current.x())) {
                Q_EMIT cellActivated(m_current.y(), m_current.x());
                return true;
            }
            break;
        default: break;
        }
    }
    return ChartView::eventFilter(watched, event);
}

ChartTable HeatMap::table() const
{
    ChartTable out;
    out.columns << m_data.rowTitle << m_data.columnTitle << m_data.valueTitle;
    const bool dated = !m_data.columnData.isEmpty();
    if (dated) {
        out.columns << tr("data");
    }
    for (std::size_t row = 0; row < m_data.cells.size(); ++row) {
        for (std::size_t column = 0; column < m_data.cells[row].size(); ++column) {
            const double value = m_data.cells[row][column].value;
            if (!std::isnan(value)) {
                out.rows.push_back({m_data.rows.value(qsizetype(row)), m_data.columns.value(qsizetype(column)), value});
                if (dated) {
                    out.rows.back() << m_data.columnData.value(qsizetype(column));
                }
            }
        }
    }
    return out;
}

QString HeatMap::summary() const
{
    QString words = m_sentence.isEmpty() ? title() : m_sentence;
    if (filled(m_current.y(), m_current.x())) {
        words += QLatin1Char(' ') + m_data.cells[std::size_t(m_current.y())][std::size_t(m_current.x())].details;
    }
    return words;
}

}  // namespace atlas::widgets
