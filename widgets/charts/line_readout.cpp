#include "widgets/charts/line_readout.h"

#include "widgets/charts/format.h"
#include "widgets/charts/palette.h"

#include <QLabel>

#include <cmath>

namespace atlas::widgets {

namespace {

constexpr int kMostLines = 14;

QString readingOf(const LineSeries &line, std::size_t index, ValueForm form)
{
    const QString value = valueText(line.points[index].y(), form);
    if (index >= line.low.size() || index >= line.high.size()) {
        return value;
    }
    return QStringLiteral("%1 (%2 – %3)")
        .arg(value, valueText(line.low[index], form), valueText(line.high[index], form));
}

QString xText(double x, const LineAxes &axes)
{
    if (axes.xNames.empty()) {
        return QStringLiteral("%1 %2").arg(axes.xTitle, format::number(x, 7));
    }
    const auto index = static_cast<std::size_t>(std::clamp<double>(std::round(x), 0, double(axes.xNames.size() - 1)));
    return axes.xNames[index];
}

}  // namespace

LineReadout::LineReadout(QCustomPlot *plot)
    : m_plot(plot), m_line(new QCPItemStraightLine(plot)), m_card(new QLabel(plot))
{
    m_line->setLayer(QStringLiteral("overlay"));
    m_line->setVisible(false);
    m_line->setSelectable(false);
    m_card->setObjectName(QStringLiteral("chartReadout"));
    m_card->setTextFormat(Qt::RichText);
    m_card->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_card->setMargin(6);
    m_card->hide();
    setLook(screenLook());
}

void LineReadout::setLook(const PlotLook &look)
{
    m_dark = look.dark;
    m_quiet = look.secondary;
    m_line->setPen(QPen(look.secondary, 1, Qt::DotLine));
    m_card->setFont(look.font);
    m_card->setStyleSheet(QStringLiteral("background:%1;color:%2;border:1px solid %3;border-radius:4px")
                              .arg(look.surface.name(), look.text.name(), look.grid.name()));
}

void LineReadout::show(double x, const std::vector<LineSeries> &series, const LineAxes &axes)
{
    double nearest = std::nan("");
    for (const LineSeries &line : series) {
        const auto index = nearestPoint(line.points, x);
        if (index && !(std::abs(line.points[*index].x() - x) >= std::abs(nearest - x))) {
            nearest = line.points[*index].x();
        }
    }
    if (std::isnan(nearest)) {
        hide();
        return;
    }
    m_x = nearest;
    QString rows;
    int shown = 0;
    for (const LineSeries &line : series) {
        const auto index = nearestPoint(line.points, m_x);
        // A line that has no point here (it starts later) has nothing to say here.
        if (!index || std::abs(line.points[*index].x() - m_x) > 1e-9 * std::max(1.0, std::abs(m_x))) {
            continue;
        }
        if (++shown > kMostLines) {
            rows += QStringLiteral("<tr><td></td><td>…</td></tr>");
            break;
        }
        const QString data = line.data.isEmpty() ? QString()
                                                 : QStringLiteral("<td style='color:%1'>&nbsp;&nbsp;%2</td>")
                                                       .arg(m_quiet.name(), line.data.toHtmlEscaped());
        rows +=
            QStringLiteral("<tr><td style='color:%1'>■&nbsp;</td><td>%2&nbsp;&nbsp;</td><td align=right>%3</td>%4</tr>")
                .arg(chart_palette::lineStyle(line.style, m_dark).colour.name(), line.name.toHtmlEscaped(),
                     readingOf(line, *index, axes.form).toHtmlEscaped(), data);
    }
    m_card->setText(QStringLiteral("<b>%1</b><table cellspacing=0 cellpadding=1>%2</table>")
                        .arg(xText(m_x, axes).toHtmlEscaped(), rows));
    m_line->point1->setCoords(m_x, 0);
    m_line->point2->setCoords(m_x, 1);
    m_line->setVisible(true);
    place();
    m_card->show();
    m_plot->layer(QStringLiteral("overlay"))->replot();
}

void LineReadout::place()
{
    m_card->adjustSize();
    const int at = static_cast<int>(m_plot->xAxis->coordToPixel(m_x));
    const bool left = at + 12 + m_card->width() > m_plot->width();
    m_card->move(std::max(0, left ? at - 12 - m_card->width() : at + 12), m_plot->axisRect()->top() + 4);
}

void LineReadout::hide()
{
    if (m_line->visible()) {
        m_line->setVisible(false);
        m_card->hide();
        m_plot->layer(QStringLiteral("overlay"))->replot();
    }
}

bool LineReadout::visible() const
{
    return m_line->visible();
}

QString LineReadout::text() const
{
    return m_card->text();
}

}  // namespace atlas::widgets
