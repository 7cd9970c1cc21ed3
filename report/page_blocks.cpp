// Tables and charts of the page layout.

#include "report/column_widths.h"
#include "report/page_layout.h"
#include "report/page_style.h"

#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace atlas::report {

namespace {

constexpr std::size_t kTogether = 2;  ///< rows of a table

/// It stays whole: its beginning and its end would share a row.
bool isShort(const Table &table)
{
    return table.rows.size() < 2 * kTogether;
}

QStringList titlesOf(const Table &table)
{
    QStringList titles;
    for (const Table::Column &column : table.columns) {
        titles << column.title;
    }
    return titles;
}

}  // namespace

// Tables ----------------------------------------------------------------------------------------------------------

double PageLayout::gapAfter(const Table &table, std::size_t column) const
{
    if (column + 1 >= table.columns.size()) {
        return 0;
    }
    const bool meet = table.columns[column].number && !table.columns[column + 1].number;
    return dots(meet ? kSidesMeet : kCellGap);
}

std::vector<double> PageLayout::columnWidths(const Table &table, const QFont &head, const QFont &body)
{
    const QFontMetricsF headMetrics(head, &m_device);
    const QFontMetricsF bodyMetrics(body, &m_device);
    std::vector<double> needed;
    std::vector<double> weights;
    double width = m_width;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        double text = headMetrics.horizontalAdvance(table.columns[i].title);
        for (const QStringList &row : table.rows) {
            text = std::max(text, bodyMetrics.horizontalAdvance(row.value(qsizetype(i))));
        }
        needed.push_back(text + dots(1));
        weights.push_back(table.columns[i].weight);
        width -= gapAfter(table, i);
    }
    return shareWidth(width, needed, weights);
}

double PageLayout::rowHeight(const Table &table, const std::vector<double> &widths, const QStringList &row,
                             const QFont &font)
{
    double height = QFontMetricsF(font, &m_device).height();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        height =
            std::max(height, text(row.value(qsizetype(i)), font, {0, 0, widths[i], 0}, kText, Qt::AlignLeft, false));
    }
    return height + 2 * dots(kCellPadding);
}

void PageLayout::tableRow(const Table &table, const std::vector<double> &widths, const QStringList &row,
                          const QFont &font, bool head)
{
    const double height = rowHeight(table, widths, row, font);
    double left = m_left;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Qt::Alignment side = table.columns[i].number ? Qt::AlignRight : Qt::AlignLeft;
        text(row.value(qsizetype(i)), font, {left, m_y + dots(kCellPadding), widths[i], 0}, head ? kSecondary : kText,
             side);
        left += widths[i] + gapAfter(table, i);
    }
    m_y += height;
    if (m_painter != nullptr) {
        m_painter->setPen(QPen(head ? kSecondary : kLine, dots(head ? 1 : 0.6)));
        m_painter->drawLine(QPointF(m_left, m_y), QPointF(m_left + m_width, m_y));
    }
}

QFont PageLayout::rowFont(const Table &table) const
{
    return table.exact ? exactFont(kExactPoints * m_scale) : font(kCellPoints);
}

double PageLayout::beginningHeight(const Table &table)
{
    const QFont head = font(kHeadPoints, true);
    const QFont body = rowFont(table);
    const std::vector<double> widths = columnWidths(table, head, body);
    double height = rowHeight(table, widths, titlesOf(table), head);
    for (std::size_t i = 0; i < (isShort(table) ? table.rows.size() : kTogether); ++i) {
        height += rowHeight(table, widths, table.rows[i], body);
    }
    return height;
}

/// Rows are never cut, and neither at the end of a page nor at the beginning of the next one is a row alone.
void PageLayout::place(const Table &table)
{
    const QFont head = font(kHeadPoints, true);
    const QFont body = rowFont(table);
    const std::vector<double> widths = columnWidths(table, head, body);
    const QStringList titles = titlesOf(table);
    if (table.rows.empty()) {
        return;
    }
    need(beginningHeight(table) + (isShort(table) ? m_noteHeight : 0));
    tableRow(table, widths, titles, head, true);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        double height = rowHeight(table, widths, table.rows[i], body);
        if (i + kTogether == table.rows.size() && !isShort(table)) {
            for (std::size_t j = i + 1; j < table.rows.size(); ++j) {
                height += rowHeight(table, widths, table.rows[j], body);
            }
        }
        const bool atEnd = i + kTogether >= table.rows.size();
        const int page = m_page;
        need(height + (atEnd ? m_noteHeight : 0));
        if (m_page != page) {
            tableRow(table, widths, titles, head, true);
        }
        tableRow(table, widths, table.rows[i], body, false);
    }
    m_y += dots(kAfterBlock);
}

// Charts ----------------------------------------------------------------------------------------------------------

double PageLayout::captionHeight(const Chart &chart, double width)
{
    return text(chart.title, font(m_document.onePage ? 8.5 : 9.5, true), {0, 0, width, 0}, kText, Qt::AlignLeft,
                false) +
           text(chart.subtitle, font(m_document.onePage ? 7 : 8), {0, 0, width, 0}, kSecondary, Qt::AlignLeft, false) +
           dots(3);
}

double PageLayout::chartHeight(const Chart &chart, double width)
{
    return width * chart.size.height() / std::max(1, chart.size.width());
}

void PageLayout::drawChart(const Chart &chart, double left, double width, double caption)
{
    double y = m_y;
    y += text(chart.title, font(m_document.onePage ? 8.5 : 9.5, true), {left, y, width, 0}, kText, Qt::AlignLeft);
    text(chart.subtitle, font(m_document.onePage ? 7 : 8), {left, y, width, 0}, kSecondary, Qt::AlignLeft);
    if (m_painter != nullptr) {
        m_painter->save();
        m_painter->translate(left, m_y + caption);
        // A picture is played at the device's resolution by itself; what remains is the scale of the page.
        const double factor = width / (double(chart.size.width()) * m_device.logicalDpiX() / kPixelsPerInch);
        m_painter->scale(factor, factor);
        m_painter->drawPicture(0, 0, chart.picture);
        m_painter->restore();
    }
}

double PageLayout::chartWidth(const Charts &charts) const
{
    const auto n = double(std::max<std::size_t>(1, charts.row.size()));
    return (m_width - dots(kChartGap) * (n - 1)) / n;
}

double PageLayout::chartsHeight(const Charts &charts)
{
    const double width = chartWidth(charts);
    double caption = 0;
    double height = 0;
    for (const Chart &chart : charts.row) {
        caption = std::max(caption, captionHeight(chart, width));
        height = std::max(height, chartHeight(chart, width));
    }
    return caption + height;
}

void PageLayout::place(const Charts &charts)
{
    const double width = chartWidth(charts);
    const double height = chartsHeight(charts);
    double caption = 0;
    for (const Chart &chart : charts.row) {
        caption = std::max(caption, captionHeight(chart, width));
    }
    need(height + m_noteHeight);
    double left = m_left;
    for (const Chart &chart : charts.row) {
        drawChart(chart, left, width, caption);
        left += width + dots(kChartGap);
    }
    m_y += height + dots(kAfterBlock);
}

}  // namespace atlas::report
