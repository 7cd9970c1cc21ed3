#pragma once

#include <QStyledItemDelegate>

namespace atlas::widgets {

struct TaskFacts;

/// Draws a task: place, kind, name, role, what came since, samples of each split, classes with a bar of their shares,
/// and the worst check. The small form leaves out role, bar and check.
class TaskCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Form { Full, Small };

    explicit TaskCardDelegate(Form form, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Form m_form;
};

}  // namespace atlas::widgets
