#include "widgets/data/class_bars.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QPainter>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kLine = 24;
constexpr int kBar = 6;
}  // namespace

ClassBars::ClassBars(int most, QWidget *parent) : QWidget(parent), m_most(most)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ClassBars::show(std::vector<std::pair<QString, qint64>> bars)
{
    m_bars = std::move(bars);
    m_hidden = 0;
    if (int(m_bars.size()) > m_most) {
        m_hidden = int(m_bars.size()) - m_most + 1;
        m_bars.resize(std::size_t(m_most - 1));
    }
    QStringList words;
    for (const auto &[name, count] : m_bars) {
        words << QStringLiteral("%1: %2").arg(name, format::count(count));
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ClassBars::sizeHint() const
{
    return {200, kLine * (int(m_bars.size()) + (m_hidden > 0 ? 1 : 0))};
}

void ClassBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::captionFont());
    qint64 most = 1;
    for (const auto &bar : m_bars) {
        most = std::max(most, bar.second);
    }
    const int nameWidth = width() * 2 / 5;
    const int countWidth = painter.fontMetrics().horizontalAdvance(format::count(most)) + 8;
    const int room = std::max(8, width() - nameWidth - countWidth - 8);
    int top = 0;
    for (const auto &[name, count] : m_bars) {
        painter.setPen(theme::text());
        painter.drawText(QRect(0, top, nameWidth, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, nameWidth - 8));
        painter.drawText(QRect(width() - countWidth, top, countWidth, kLine), Qt::AlignRight | Qt::AlignVCenter,
                         format::count(count));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Accent));
        const double length = std::max(2.0, double(room) * double(count) / double(most));
        painter.drawRoundedRect(QRectF(nameWidth, top + (kLine - kBar) / 2.0, length, kBar), 3, 3);
        top += kLine;
    }
    if (m_hidden > 0) {
        painter.setPen(theme::secondaryText());
        painter.drawText(QRect(0, top, width(), kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("and %n more", nullptr, m_hidden));
    }
}

}  // namespace atlas::widgets
