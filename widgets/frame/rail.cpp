#include "widgets/frame/rail.h"

#include "widgets/frame/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kButtonHeight = 60;
constexpr int kIcon = 22;
constexpr int kCaptionPixels = 11;
}  // namespace

RailButton::RailButton(const QString &iconName, const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(theme::kRailWidth, kButtonHeight);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setBadge(int count)
{
    if (m_badge != count) {
        m_badge = count;
        setAccessibleDescription(count > 0 ? tr("%n item(s) need attention", nullptr, count) : QString());
        update();
    }
}

QSize RailButton::sizeHint() const
{
    return {theme::kRailWidth, kButtonHeight};
}

/// Of the pages only the current one is a tab stop.
void RailButton::keyPressEvent(QKeyEvent *event)
{
    if (isCheckable() && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT stepped(event->key() == Qt::Key_Up ? -1 : 1);
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void RailButton::enterEvent(QEnterEvent *)
{
    update();
}

void RailButton::leaveEvent(QEvent *)
{
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(6, 2, -6, -2);
    const bool lit = isChecked() || isDown();
    if (lit || underMouse()) {
        QColor fill = lit ? theme::tint(theme::Role::Accent) : theme::text();
        if (!lit) {
            fill.setAlphaF(0.06F);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(pill, 8, 8);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::color(theme::Role::Accent), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill.adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    }
    const QColor ink = isChecked() ? theme::textColor(theme::Role::Accent) : theme::secondaryText();
    const QRect iconRect((width() - kIcon) / 2, 10, kIcon, kIcon);
    theme::icon(m_iconName, ink).paint(&painter, iconRect);

    QFont font = theme::captionFont();
    font.setPixelSize(kCaptionPixels);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(ink);
    const QRect words(4, 34, width() - 8, 20);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));

    if (m_badge > 0) {
        const QString number = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        font.setPixelSize(10);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        const int wide = std::max(16, painter.fontMetrics().horizontalAdvance(number) + 8);
        const QRectF badge(width() / 2.0 + 6, 5, wide, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Caution));
        painter.drawRoundedRect(badge, 8, 8);
        painter.setPen(Qt::black);
        painter.drawText(badge, Qt::AlignCenter, number);
    }
}

Rail::Rail(QWidget *parent)
    : QFrame(parent), m_layout(new QVBoxLayout(this)),
      m_settings(new RailButton(QStringLiteral("settings"), tr("Settings"), this))
{
    setObjectName(QStringLiteral("rail"));
    setProperty("bar", true);
    setFixedWidth(theme::kRailWidth);
    m_layout->setContentsMargins(0, theme::kGap, 0, theme::kGap);
    m_layout->setSpacing(2);
    m_layout->addStretch();
    m_layout->addWidget(m_settings);
    m_settings->setObjectName(QStringLiteral("rail.settings"));
    m_settings->setToolTip(tr("Appearance, language and help"));
}

void Rail::addPage(const QString &id, const QString &iconName, const QString &title, const QString &key)
{
    auto *button = new RailButton(iconName, title, this);
    button->setObjectName(QStringLiteral("rail.") + id);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(title, key));
    m_layout->insertWidget(int(m_ids.size()), button);
    m_ids << id;
    setTabOrder(button, m_settings);
    m_buttons.insert(id, button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    connect(button, &RailButton::stepped, this, [this, id](int by) { step(id, by); });
}

void Rail::step(const QString &from, int by)
{
    const qsizetype next = m_ids.indexOf(from) + by;
    if (next >= 0 && next < m_ids.size()) {
        Q_EMIT chosen(m_ids[next]);
        m_buttons.value(m_ids[next])->setFocus(Qt::TabFocusReason);
    }
}

void Rail::setCurrent(const QString &id)
{
    if (RailButton *button = m_buttons.value(id)) {
        button->setChecked(true);
        for (RailButton *other : std::as_const(m_buttons)) {  // Tab leads to this one, arrows to the others
            other->setFocusPolicy(other == button ? Qt::TabFocus : Qt::NoFocus);
        }
    }
}

void Rail::setBadge(const QString &id, int count)
{
    if (RailButton *button = m_buttons.value(id)) {
        button->setBadge(count);
    }
}

}  // namespace atlas::widgets
