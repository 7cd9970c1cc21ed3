#include "widgets/charts/card_splitter.h"

#include "widgets/frame/theme.h"

#include <QPainter>
#include <QSplitterHandle>

namespace atlas::widgets {

namespace {

class Handle final : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!underMouse()) {
            return;
        }
        QPainter painter(this);
        const QRect line = orientation() == Qt::Horizontal ? QRect(width() / 2 - 1, 0, 2, height())
                                                           : QRect(0, height() / 2 - 1, width(), 2);
        painter.fillRect(line, theme::color(theme::Role::Accent));
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
};

}  // namespace

CardSplitter::CardSplitter(Qt::Orientation orientation, const QString &name, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setObjectName(name);
    setHandleWidth(theme::kGap);
    setChildrenCollapsible(false);
}

QSplitterHandle *CardSplitter::createHandle()
{
    return new Handle(orientation(), this);
}

}  // namespace atlas::widgets
