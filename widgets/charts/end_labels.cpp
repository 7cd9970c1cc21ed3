#include "widgets/charts/end_labels.h"

#include "widgets/charts/label_spread.h"

namespace atlas::widgets {

namespace {
constexpr int kLeader = 14;  ///< from the line's end to the marker
constexpr int kMarkerSpace = 14;
constexpr int kNameLimit = 110;
const QString kBetween = QStringLiteral("  ");
}  // namespace

QCPScatterStyle scatterStyle(const chart_palette::LineStyle &style, const QColor &surface, double size)
{
    using chart_palette::Marker;
    QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssDisc;
    switch (style.marker) {
    case Marker::Disc: shape = QCPScatterStyle::ssCircle; break;
    case Marker::Square: shape = QCPScatterStyle::ssSquare; break;
    case Marker::Triangle: shape = QCPScatterStyle::ssTriangle; break;
    case Marker::Diamond: shape = QCPScatterStyle::ssDiamond; break;
    case Marker::Cross: shape = QCPScatterStyle::ssCross; break;
    case Marker::TriangleDown: shape = QCPScatterStyle::ssTriangleInverted; break;
    }
    return {shape, QPen(style.colour, 1.5), QBrush(surface), size};
}

EndLabels::EndLabels(QCPAxisRect *rect, const QString &layer)
    : QCPLayerable(rect->parentPlot(), layer), m_rect(rect), m_look(screenLook())
{
}

int EndLabels::widthNeeded() const
{
    const QFontMetrics metrics(m_look.font);
    int width = 0;
    for (const Label &label : m_labels) {
        width = std::max(width, std::min(metrics.horizontalAdvance(label.name), kNameLimit) +
                                    metrics.horizontalAdvance(kBetween + label.value));
    }
    return m_labels.empty() ? 0 : kLeader + kMarkerSpace + width + 6;
}

void EndLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, mAntialiased, QCP::aeItems);
}

QRect EndLabels::clipRect() const
{
    return parentPlot()->viewport();
}

void EndLabels::draw(QCPPainter *painter)
{
    const QFontMetrics metrics(m_look.font);
    const QCPAxis *axis = m_rect->axis(QCPAxis::atLeft);
    std::vector<const Label *> inside;
    std::vector<double> wanted;
    for (const Label &label : m_labels) {
        if (axis->range().contains(label.y)) {
            inside.push_back(&label);
            wanted.push_back(axis->coordToPixel(label.y));
        }
    }
    const std::vector<double> placed =
        spreadLabels(wanted, metrics.height(), metrics.height() / 2.0, parentPlot()->height() - metrics.height() / 2.0);
    const double left = m_rect->right() + 1;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Label &label = *inside[i];
        QColor faint = label.style.colour;
        faint.setAlphaF(0.6F);
        painter->setAntialiasing(true);
        painter->setPen(QPen(faint, 1));
        painter->drawLine(QLineF(left + 2, wanted[i], left + kLeader - 2, placed[i]));
        QCPScatterStyle marker = scatterStyle(label.style, m_look.surface, 7);
        marker.applyTo(painter, QPen(label.style.colour));
        marker.drawShape(painter, left + kLeader + 4, placed[i]);
        painter->setPen(m_look.text);
        painter->setFont(m_look.font);
        const QString text = metrics.elidedText(label.name, Qt::ElideMiddle, kNameLimit) + kBetween + label.value;
        painter->drawText(QRectF(left + kLeader + kMarkerSpace, placed[i] - metrics.height(),
                                 metrics.horizontalAdvance(text) + 4.0, 2.0 * metrics.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

}  // namespace atlas::widgets
