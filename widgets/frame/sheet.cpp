#include "widgets/frame/sheet.h"

#include "widgets/frame/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

Sheet::Sheet(const QString &title, QWidget *content, QSize preferred, QWidget *over)
    : QWidget(over), m_over(over), m_card(theme::card(this)), m_preferred(preferred),
      m_focusBefore(QApplication::focusWidget())
{
    setObjectName(QStringLiteral("sheet"));
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme::kGroupGap, theme::kMargin, theme::kMargin, theme::kGap);
    auto *words = theme::pageTitle(title, m_card);
    words->setObjectName(QStringLiteral("sheetTitle"));
    auto *cross = new QToolButton(m_card);
    cross->setObjectName(QStringLiteral("sheetClose"));
    theme::makeIconButton(cross, QStringLiteral("window-close"), tr("Close"), tr("Esc"));
    head->addWidget(words, 1);
    head->addWidget(cross, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(content, 1);

    connect(cross, &QToolButton::clicked, this, &Sheet::close);
    over->installEventFilter(this);
    place();
    show();
    raise();
    (content->focusProxy() ? content : this)->setFocus();
}

void Sheet::close()
{
    hide();
    if (m_focusBefore) {
        m_focusBefore->setFocus();
    }
    Q_EMIT closed();
    deleteLater();
}

void Sheet::place()
{
    setGeometry(m_over->rect());
    const QSize room = size() - QSize(2 * theme::kMargin, 2 * theme::kMargin);
    const QSize wanted = m_preferred.boundedTo(room);
    m_card->setGeometry((width() - wanted.width()) / 2, std::max(theme::kMargin, (height() - wanted.height()) / 3),
                        wanted.width(), wanted.height());
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, theme::isDark() ? 110 : 44));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 12; spread > 0; spread -= 3) {  // a soft shadow
        painter.setBrush(QColor(0, 0, 0, 8));
        painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(-spread, -spread + 4, spread, spread + 4),
                                8 + spread, 8 + spread);
    }
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    event->accept();  // what lies below is readable, not clickable
}

}  // namespace atlas::widgets
