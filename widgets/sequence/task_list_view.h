#pragma once

#include <QListView>

namespace atlas::widgets {

class TaskListModel;

/// Cards side by side, to be dragged. Keys: arrows choose, Ctrl+Left and Ctrl+Right move the chosen task, Delete takes
/// it out, Enter puts it in, R changes its role.
class TaskListView : public QListView {
    Q_OBJECT

public:
    TaskListView(TaskListModel *model, QWidget *parent = nullptr);

    QString currentTask() const;
    void choose(const QString &task);

Q_SIGNALS:
    void moveRequested(const QString &task, int by);
    void removeRequested(const QString &task);
    void addRequested(const QString &task);
    void roleRequested(const QString &task);
    void menuRequested(const QString &task, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    TaskListModel *m_tasks;
};

}  // namespace atlas::widgets
