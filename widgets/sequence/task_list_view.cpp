#include "widgets/sequence/task_list_view.h"

#include "widgets/frame/theme.h"
#include "widgets/sequence/task_list_model.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace atlas::widgets {

TaskListView::TaskListView(TaskListModel *model, QWidget *parent) : QListView(parent), m_tasks(model)
{
    setModel(model);
    setFlow(LeftToRight);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropMode(DragDrop);
    viewport()->setAutoFillBackground(false);
}

QString TaskListView::currentTask() const
{
    return currentIndex().data().toString();
}

void TaskListView::choose(const QString &task)
{
    if (const int row = m_tasks->rowOf(task); row >= 0) {
        setCurrentIndex(m_tasks->index(row));
    }
}

void TaskListView::keyPressEvent(QKeyEvent *event)
{
    const QString task = currentTask();
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (!task.isEmpty() && control && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT moveRequested(task, event->key() == Qt::Key_Left ? -1 : 1);
    } else if (!task.isEmpty() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested(task);
    } else if (!task.isEmpty() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT addRequested(task);
    } else if (!task.isEmpty() && event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier) {
        Q_EMIT roleRequested(task);
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TaskListView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        setCurrentIndex(indexAt(event->pos()));
    }
    if (currentIndex().isValid()) {
        const QPoint at =
            event->reason() == QContextMenuEvent::Mouse ? event->pos() : visualRect(currentIndex()).center();
        Q_EMIT menuRequested(currentTask(), viewport()->mapToGlobal(at));
    }
    event->accept();
}

void TaskListView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_tasks->rowCount() == 0) {
        QPainter painter(viewport());
        painter.setPen(theme::secondaryText());
        painter.drawText(viewport()->rect().adjusted(theme::kMargin, 0, -theme::kMargin, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, accessibleDescription());
    }
}

}  // namespace atlas::widgets
