#include "widgets/frame/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>

namespace atlas::widgets::theme {

namespace {

/// A label whose colour is the secondary one of whatever mode is on.
class SecondaryLabel final : public QLabel {
public:
    using QLabel::QLabel;

    void follow()
    {
        QPalette colours = palette();
        if (colours.color(QPalette::WindowText) != secondaryText()) {
            colours.setColor(QPalette::WindowText, secondaryText());
            setPalette(colours);
        }
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange) {
            follow();
        }
        QLabel::changeEvent(event);
    }
};

QLabel *plain(QLabel *label, const QFont &font)
{
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

void setLook(QAbstractButton *button, const char *look)
{
    button->setProperty("look", QLatin1String(look));
    repolish(button);
}

}  // namespace

QLabel *pageTitle(const QString &text, QWidget *parent)
{
    return plain(new QLabel(text, parent), pageFont());
}

QLabel *groupTitle(const QString &text, QWidget *parent)
{
    return plain(new QLabel(text, parent), groupFont());
}

QLabel *bodyText(const QString &text, QWidget *parent)
{
    QLabel *label = plain(new QLabel(text, parent), bodyFont());
    label->setWordWrap(true);
    return label;
}

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new SecondaryLabel(text, parent);
    plain(label, captionFont())->setWordWrap(true);
    label->follow();
    return label;
}

void makeCard(QWidget *widget)
{
    widget->setProperty("card", true);
    widget->setAttribute(Qt::WA_StyledBackground);
    repolish(widget);
}

QFrame *card(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    makeCard(frame);
    return frame;
}

QFrame *separator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("separator", true);
    line->setFixedHeight(1);
    return line;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

void makePrimary(QAbstractButton *button)
{
    setLook(button, "primary");
}

void setPrimary(QAbstractButton *button, bool primary)
{
    setLook(button, primary ? "primary" : "");
}

void makeQuiet(QAbstractButton *button)
{
    setLook(button, "quiet");
}

void makeDestructive(QAbstractButton *button)
{
    setLook(button, "destructive");
}

void makeIconButton(QAbstractButton *button, const QString &iconName, const QString &what, const QString &key)
{
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(kIconSize, kIconSize));
    button->setAccessibleName(what);
    button->setToolTip(key.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, key));
    if (auto *tool = qobject_cast<QToolButton *>(button)) {
        tool->setAutoRaise(true);
        tool->setFixedSize(kControlHeight, kControlHeight);
    }
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace atlas::widgets::theme
