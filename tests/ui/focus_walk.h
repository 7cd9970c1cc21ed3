#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <QWidget>

/// What a person without a mouse or without sight meets in a window.
namespace atlas::test {

inline QString nameOf(const QWidget *widget)
{
    QString name;
    for (; widget && name.isEmpty(); widget = widget->parentWidget()) {
        name = widget->objectName();
    }
    return name;
}

inline QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 in %2").arg(QLatin1String(widget->metaObject()->className()), nameOf(widget));
}

/// Part of one of Qt's own widgets: it is named and reached through its owner.
inline bool isInternal(const QWidget *widget)
{
    return widget->objectName().startsWith(QStringLiteral("qt_")) || widget->focusProxy() != nullptr ||
           (widget->parentWidget() && (qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
                                       qobject_cast<const QComboBox *>(widget->parentWidget()))) ||
           widget->inherits("QHeaderView");
}

/// Two of several of which one is on: Tab reaches one of them, arrows lead to the others.
inline bool areOneChoice(const QWidget *one, const QWidget *other)
{
    const auto *a = qobject_cast<const QAbstractButton *>(one);
    const auto *b = qobject_cast<const QAbstractButton *>(other);
    if (!a || !b) {
        return false;
    }
    return a->group() ? a->group() == b->group() && a->group()->exclusive()
                      : a->autoExclusive() && b->autoExclusive() && a->parentWidget() == b->parentWidget();
}

/// Everything that Tab should reach now.
inline QList<QWidget *> tabStops(QWidget &window)
{
    QList<QWidget *> stops;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !isInternal(widget) && widget->window() == &window) {
            stops << widget;
        }
    }
    return stops;
}

inline QString accessibleNameOf(QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// Where Tab leads, from `first` on until it comes back; ends early where it does not go on.
inline QList<QWidget *> walk(QWidget *first, int most)
{
    QList<QWidget *> way;
    first->setFocus(Qt::TabFocusReason);
    for (QWidget *now = QApplication::focusWidget(); now && way.size() < most && !way.contains(now);
         now = QApplication::focusWidget()) {
        way << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return way;
}

/// What of a text does not fit into its widget; empty where it does.
inline QString cutText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty() || label->property("elides").toBool()) {
            return {};
        }
        const bool fits = label->wordWrap() ? label->height() + 1 >= label->heightForWidth(label->width())
                                            : label->width() + 1 >= label->sizeHint().width();
        return fits && label->height() + 1 >= label->minimumSizeHint().height() ? QString() : label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        if (button->text().isEmpty() || button->inherits("atlas::widgets::RailButton") ||
            button->inherits("atlas::widgets::ProjectCard")) {
            return {};
        }
        const auto *tool = qobject_cast<const QToolButton *>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()) {
            return {};
        }
        return button->width() + 1 >= button->minimumSizeHint().width() ? QString() : button->text();
    }
    return {};
}

/// What stands beyond the side of a scroll area that does not scroll that way.
inline bool isTooWide(const QWidget *widget)
{
    const auto *scroll = qobject_cast<const QScrollArea *>(widget);
    return scroll && scroll->widget() && scroll->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
           scroll->widget()->width() > scroll->viewport()->width();
}

inline bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QLineEdit *>(widget);
}

/// A control of the same parent that lies over this one, or nullptr.
inline QWidget *overlapping(const QWidget *widget)
{
    if (!isControl(widget) || isInternal(widget)) {
        return nullptr;
    }
    for (QObject *sibling : widget->parent()->children()) {
        auto *other = qobject_cast<QWidget *>(sibling);
        if (other && other != widget && other->isVisible() && isControl(other) &&
            other->geometry().intersects(widget->geometry())) {
            return other;
        }
    }
    return nullptr;
}

}  // namespace atlas::test
