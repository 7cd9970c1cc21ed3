#include "widgets/charts/bar_rows.h"

#include "widgets/charts/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr double kThickest = 22;  ///< pixels of a bar
constexpr double kShareOfRow = 0.62;
constexpr int kBesideBar = 6;
constexpr double kThinnestWithText = 0.75;  ///< of a text's height; below it values are left to tooltip and table

constexpr std::array kPatterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern,
                               Qt::FDiagPattern, Qt::CrossPattern, Qt::DiagCrossPattern};

}  // namespace

QBrush barPattern(int style, const QColor &colour)
{
    return {colour, kPatterns[std::size_t(std::max(style, 0)) % kPatterns.size()]};
}

BarRows::BarRows(QCPAxisRect *rect, const QString &layer)
    : QCPLayerable(rect->parentPlot(), layer), m_rect(rect), m_look(screenLook())
{
}

void BarRows::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aePlottables);
}

QRect BarRows::clipRect() const
{
    return m_rect->rect().adjusted(-3, -3, 3, 3);
}

QRectF BarRows::rowOf(int bar) const
{
    const QCPAxis *rows = m_rect->axis(QCPAxis::atLeft);
    const double top = rows->coordToPixel(bar - 0.5);
    return {double(m_rect->left()), top, double(m_rect->width()), rows->coordToPixel(bar + 0.5) - top};
}

void BarRows::draw(QCPPainter *painter)
{
    if (m_bars == nullptr) {
        return;
    }
    const QCPAxis *values = m_rect->axis(QCPAxis::atBottom);
    const double zero = values->coordToPixel(0);
    painter->setPen(QPen(m_look.secondary, 1));
    painter->drawLine(QLineF(zero, m_rect->top(), zero, m_rect->bottom()));
    painter->setFont(m_look.font);
    const int textHeight = QFontMetrics(m_look.font).height();
    for (int i = 0; i < int(m_bars->size()); ++i) {
        const Bar &bar = (*m_bars)[std::size_t(i)];
        const QRectF row = rowOf(i);
        const double thickness = std::clamp(kShareOfRow * row.height(), 2.0, kThickest);
        const double end = std::isfinite(bar.value) ? values->coordToPixel(m_scale * bar.value) : zero;
        const QRectF body(std::min(zero, end), row.center().y() - thickness / 2, std::abs(end - zero), thickness);
        double left = body.left();
        double right = body.right();
        if (std::isfinite(bar.value)) {
            const QColor colour = chart_palette::lineStyle(bar.style, m_look.dark).colour;
            QColor under = colour;
            under.setAlphaF(0.25F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(under);
            painter->drawRect(body);
            painter->setBrush(barPattern(bar.style, colour));
            painter->setPen(QPen(colour, 1));
            painter->drawRect(body);
            if (bar.low && bar.high && std::isfinite(*bar.low) && std::isfinite(*bar.high)) {
                drawWhisker(painter, bar, body);
                left = std::min(left, values->coordToPixel(m_scale * *bar.low));
                right = std::max(right, values->coordToPixel(m_scale * *bar.high));
            }
        }
        if (row.height() >= kThinnestWithText * textHeight) {
            const bool below = std::isfinite(bar.value) && bar.value < 0;
            painter->setPen(std::isfinite(bar.value) ? m_look.text : m_look.secondary);
            constexpr double kWide = 1000;
            const QRectF place = below ? QRectF(left - kBesideBar - kWide, row.top(), kWide, row.height())
                                       : QRectF(right + kBesideBar, row.top(), kWide, row.height());
            painter->drawText(place, Qt::AlignVCenter | (below ? Qt::AlignRight : Qt::AlignLeft), m_texts.value(i));
        }
        if (i == m_current) {
            painter->setBrush(Qt::NoBrush);
            painter->setAntialiasing(true);
            painter->setPen(QPen(m_look.accent, 2));
            painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 3, 3);
            painter->setAntialiasing(false);
        }
    }
}

void BarRows::drawWhisker(QCPPainter *painter, const Bar &bar, const QRectF &body)
{
    const QCPAxis *values = m_rect->axis(QCPAxis::atBottom);
    const double from = values->coordToPixel(m_scale * *bar.low);
    const double to = values->coordToPixel(m_scale * *bar.high);
    const double y = body.center().y();
    const double cap = std::min(5.0, body.height() / 2);
    // A line of the surface's colour around it keeps the whisker visible on the bar.
    for (const QPen &pen : {QPen(m_look.surface, 4), QPen(m_look.text, 1.5)}) {
        painter->setPen(pen);
        painter->drawLine(QLineF(from, y, to, y));
        painter->drawLine(QLineF(from, y - cap, from, y + cap));
        painter->drawLine(QLineF(to, y - cap, to, y + cap));
    }
}

}  // namespace atlas::widgets
