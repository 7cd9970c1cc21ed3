#include "widgets/data/key_button.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace atlas::widgets {

namespace {

constexpr int kHeight = 34;
constexpr int kCap = 20;
constexpr int kInset = 8;

void paintCap(QPainter &painter, const QRectF &cap, const QString &key, bool enabled)
{
    painter.setBrush(theme::background());
    painter.setPen(QPen(theme::border(), 1));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(enabled ? theme::text() : theme::secondaryText());
    painter.setFont(theme::captionFont());
    painter.drawText(cap, Qt::AlignCenter, key);
}

}  // namespace

KeyButton::KeyButton(const QString &text, const QString &key, const QString &toolTip, QWidget *parent)
    : QAbstractButton(parent), m_key(key)
{
    setText(text);
    setCheckable(true);
    setFixedHeight(kHeight);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(toolTip);
    const QString words = toolTip.toHtmlEscaped();
    setToolTip(key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key));
}

void KeyButton::acceptDropsOf(const QString &mimeType)
{
    m_mimeType = mimeType;
    setAcceptDrops(true);
}

void KeyButton::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(m_mimeType)) {
        event->acceptProposedAction();
        m_dropHere = true;
        update();
    }
}

void KeyButton::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHere = false;
    update();
}

void KeyButton::dropEvent(QDropEvent *event)
{
    m_dropHere = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped();
}

QSize KeyButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + kCap + 5 * kInset, kHeight};
}

void KeyButton::enterEvent(QEnterEvent *)
{
    update();
}

void KeyButton::leaveEvent(QEvent *)
{
    update();
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    painter.setBrush(isChecked() || m_dropHere ? theme::tint(theme::Role::Accent) : theme::surface());
    const bool lit = hasFocus() || (underMouse() && isEnabled()) || isChecked() || m_dropHere;
    painter.setPen(QPen(lit ? theme::color(theme::Role::Accent) : theme::border(), 1));
    painter.drawRoundedRect(frame, theme::kRadius, theme::kRadius);
    if (!m_key.isEmpty()) {
        paintCap(painter, QRectF(kInset, (height() - kCap) / 2.0, kCap, kCap), m_key, isEnabled());
    }
    int left = kInset + kCap + kInset;
    if (m_colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(*m_colour);
        painter.drawEllipse(QPointF(left + 6, height() / 2.0), 4, 4);
        left += 18;
    }
    QRect inner = rect().adjusted(left, 0, -kInset - 2, 0);
    if (m_count) {
        painter.setFont(theme::captionFont());
        painter.setPen(theme::secondaryText());
        const QString count = format::count(*m_count);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, count);
        inner.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(count) - kInset, 0);
    }
    painter.setFont(theme::bodyFont());
    painter.setPen(isEnabled() ? theme::text() : theme::secondaryText());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
}

}  // namespace atlas::widgets
