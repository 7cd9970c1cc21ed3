#include "widgets/frame/focus_frame.h"

#include "widgets/frame/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace atlas::widgets {

namespace {

constexpr int kOutside = 2;  ///< beyond the widget, where there is room

/// They have a caret and light up their border.
bool showsItself(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget);
}

}  // namespace

FocusFrame::FocusFrame(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("focusFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
}

bool FocusFrame::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        m_byKey = m_byKey || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        break;
    }
    case QEvent::MouseButtonPress: m_byKey = false; break;
    case QEvent::FocusIn:
        if (watched->isWidgetType()) {
            follow(static_cast<QWidget *>(watched));
        }
        break;
    case QEvent::FocusOut:
        if (watched == m_widget) {
            m_widget = nullptr;
            hide();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_widget && watched->isWidgetType() &&
            (watched == m_widget || static_cast<QWidget *>(watched)->isAncestorOf(m_widget))) {
            QMetaObject::invokeMethod(this, &FocusFrame::place, Qt::QueuedConnection);
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusFrame::follow(QWidget *widget)
{
    if (widget->window() != parentWidget()) {
        return;
    }
    // A page that was opened takes the focus and is no stop; of buttons that are one choice only the one with the focus
    // is.
    const bool isStop = widget->focusPolicy() & Qt::TabFocus || qobject_cast<const QAbstractButton *>(widget);
    m_widget = m_byKey && isStop && !showsItself(widget) ? widget : nullptr;
    place();
}

void FocusFrame::place()
{
    if (!m_widget || !m_widget->isVisible()) {
        hide();
        return;
    }
    QRect seen(m_widget->mapTo(parentWidget(), QPoint()), m_widget->size());
    seen.adjust(-kOutside, -kOutside, kOutside, kOutside);
    for (const QWidget *outer = m_widget->parentWidget(); outer && outer != parentWidget();
         outer = outer->parentWidget()) {
        seen &= QRect(outer->mapTo(parentWidget(), QPoint()), outer->size());
    }
    seen &= parentWidget()->rect();
    setGeometry(seen);
    setVisible(!seen.isEmpty());
    raise();
}

void FocusFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
}

}  // namespace atlas::widgets
