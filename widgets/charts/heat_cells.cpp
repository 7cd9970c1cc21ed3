#include "widgets/charts/heat_cells.h"

#include "widgets/charts/palette.h"

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr double kBetweenCells = 2;
constexpr double kSmallestFont = 6.5;  ///< points; below it numbers are left to tooltip and table
constexpr float kFaintest = 0.35F;     ///< opacity of the slash of the smallest loss

/// What rounds to 0 does not.
bool readsBelowZero(const HeatMapData::Cell &cell)
{
    return cell.level < 0 && cell.text.contains(QChar(0x2212));
}

void drawSlash(QCPPainter &painter, const QRectF &rect, double level)
{
    QColor ink = chart_palette::textOn(heatColour(level, HeatMapData::Scale::Change));
    ink.setAlphaF(std::min(1.0F, kFaintest + (1 - kFaintest) * float(-level)));
    painter.setAntialiasing(true);
    painter.setPen(QPen(ink, 1.2));
    painter.drawLine(QLineF(rect.topLeft(), rect.bottomRight()));
}

}  // namespace

QColor heatColour(double level, HeatMapData::Scale scale)
{
    return scale == HeatMapData::Scale::Level ? chart_palette::cividis(level) : chart_palette::diverging(level);
}

HeatCells::HeatCells(QCPAxisRect *rect, const QString &layer)
    : QCPLayerable(rect->parentPlot(), layer), m_rect(rect), m_look(screenLook())
{
}

void HeatCells::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aePlottables);
}

QRect HeatCells::clipRect() const
{
    return m_rect->rect().adjusted(-3, -3, 3, 3);
}

QRectF HeatCells::rectOf(int row, int column) const
{
    const double width = double(m_rect->width()) / std::max<double>(1, double(m_data->columns.size()));
    const double height = double(m_rect->height()) / std::max<double>(1, double(m_data->rows.size()));
    const double gap = width > 12 && height > 12 ? kBetweenCells : 0;
    return {m_rect->left() + column * width, m_rect->top() + row * height, width - gap, height - gap};
}

QFont HeatCells::fontThatFits() const
{
    qsizetype longest = 1;
    QString sample = QStringLiteral("0");
    for (const auto &row : m_data->cells) {
        for (const auto &cell : row) {
            if (cell.text.size() >= longest) {
                longest = cell.text.size();
                sample = cell.text;
            }
        }
    }
    const QSizeF cell = rectOf(0, 0).size();
    QFont font = m_look.font;
    for (double size = font.pointSizeF() + 2; size >= kSmallestFont; size -= 0.5) {
        font.setPointSizeF(size);
        const QFontMetricsF metrics(font);
        if (metrics.horizontalAdvance(sample) + 6 <= cell.width() && metrics.height() <= cell.height()) {
            return font;
        }
    }
    font.setPointSizeF(1);
    return font;
}

bool HeatCells::slashed() const
{
    return m_data != nullptr && m_data->scale == HeatMapData::Scale::Change &&
           fontThatFits().pointSizeF() < kSmallestFont &&
           std::ranges::any_of(m_data->cells, [](const auto &row) { return std::ranges::any_of(row, readsBelowZero); });
}

void HeatCells::draw(QCPPainter *painter)
{
    if (m_data == nullptr || m_data->cells.empty()) {
        return;
    }
    const QFont font = fontThatFits();
    const bool numbers = font.pointSizeF() >= kSmallestFont;
    painter->setFont(font);
    const QRectF corner = rectOf(0, 0);
    const double radius = corner.width() > 24 && corner.height() > 16 ? 3 : 0;
    for (int row = 0; row < int(m_data->cells.size()); ++row) {
        const auto &cells = m_data->cells[std::size_t(row)];
        for (int column = 0; column < int(cells.size()); ++column) {
            const HeatMapData::Cell &cell = cells[std::size_t(column)];
            const QRectF rect = rectOf(row, column);
            painter->setAntialiasing(radius > 0);
            painter->setPen(Qt::NoPen);
            if (!std::isfinite(cell.level)) {
                painter->setBrush(QBrush(m_look.grid, Qt::BDiagPattern));
                painter->drawRoundedRect(rect, radius, radius);
                continue;
            }
            const QColor colour = heatColour(cell.level, m_data->scale);
            painter->setBrush(colour);
            if (m_data->scale == HeatMapData::Scale::Change && !m_look.dark) {
                painter->setPen(QPen(m_look.grid, 1));  // white on white would have no shape
            }
            painter->drawRoundedRect(rect, radius, radius);
            if (numbers) {
                painter->setPen(chart_palette::textOn(colour));
                painter->drawText(rect, Qt::AlignCenter, cell.text);
            } else if (m_data->scale == HeatMapData::Scale::Change && readsBelowZero(cell)) {
                drawSlash(*painter, rect, cell.level);
            }
        }
    }
    painter->setAntialiasing(true);
    painter->setBrush(Qt::NoBrush);
    if (m_data->outlineDiagonal && radius > 0) {
        painter->setPen(QPen(m_look.text, 1.5));
        for (int i = 0; i < int(std::min(m_data->rows.size(), m_data->columns.size())); ++i) {
            if (std::isfinite(m_data->cells[std::size_t(i)][std::size_t(i)].level)) {
                painter->drawRoundedRect(rectOf(i, i).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
            }
        }
    }
    if (m_current.x() >= 0) {
        const QRectF rect = rectOf(m_current.y(), m_current.x());
        painter->setPen(QPen(m_look.surface, 5));
        painter->drawRoundedRect(rect, radius, radius);
        painter->setPen(QPen(m_look.accent, 2.5));
        painter->drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius);
    }
}

ScaleSlashes::ScaleSlashes(QCPColorScale &scale, const HeatCells &cells)
    : QCPLayerable(scale.parentPlot(), QStringLiteral("legend")), m_scale(scale), m_cells(cells)
{
}

void ScaleSlashes::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, true, QCP::aePlottables);
}

QRect ScaleSlashes::clipRect() const
{
    return m_scale.axis()->axisRect()->rect();
}

void ScaleSlashes::draw(QCPPainter *painter)
{
    if (!m_cells.slashed()) {
        return;
    }
    const QRectF bar(clipRect());
    if (bar.width() < 1 || bar.height() < 1) {
        return;  // not laid out yet
    }
    const double zero = bar.center().y();  // a scale of changes is even on both sides
    for (double y = zero + 1; y + bar.width() <= bar.bottom(); y += bar.width()) {
        drawSlash(*painter, QRectF(bar.left(), y, bar.width(), bar.width()), -(y - zero) / (bar.bottom() - zero));
    }
}

}  // namespace atlas::widgets
