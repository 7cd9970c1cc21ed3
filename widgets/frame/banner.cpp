#include "widgets/frame/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace atlas::widgets {

namespace {

constexpr int kGoodNewsMs = 10'000;

QString iconName(theme::Role role)
{
    switch (role) {
    case theme::Role::Good: return QStringLiteral("dialog-ok-apply");
    case theme::Role::Caution: return QStringLiteral("data-warning");
    case theme::Role::Bad: return QStringLiteral("data-error");
    case theme::Role::Accent:
    case theme::Role::Neutral: break;
    }
    return QStringLiteral("data-information");
}

}  // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_leave(new QTimer(this)), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kGap / 2, theme::kGap, theme::kGap / 2);
    layout->setSpacing(theme::kGap);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_close->setObjectName(QStringLiteral("bannerClose"));
    theme::makeQuiet(m_action);
    theme::makeIconButton(m_close, QStringLiteral("window-close"), tr("Dismiss"));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    setAutoFillBackground(true);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_onAction) {
            m_onAction();
        }
    });
    connect(m_close, &QToolButton::clicked, this, &Banner::dismissed);
    m_leave->setSingleShot(true);
    m_leave->setInterval(kGoodNewsMs);
    connect(m_leave, &QTimer::timeout, this, &Banner::dismissed);
}

void Banner::setContent(const Content &content)
{
    m_content = content;
    m_text->setText(content.text);
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_close->setVisible(content.dismissable);
    m_onAction = content.onAction;
    setAccessibleName(content.text);
    colour();
    show();
    if (content.role == theme::Role::Good && content.action.isEmpty()) {
        m_leave->start();
    } else {
        m_leave->stop();
    }
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::colour()
{
    QPalette colours = palette();
    const QColor back = theme::tint(m_content.role);
    if (colours.color(QPalette::Window) == back && !m_icon->pixmap().isNull()) {
        return;
    }
    colours.setColor(QPalette::Window, back);
    setPalette(colours);
    m_icon->setPixmap(theme::icon(iconName(m_content.role), theme::textColor(m_content.role))
                          .pixmap(QSize(theme::kIconSize, theme::kIconSize), devicePixelRatioF()));
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        colour();
    }
    QFrame::changeEvent(event);
}

}  // namespace atlas::widgets
