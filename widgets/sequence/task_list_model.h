#pragma once

#include "widgets/sequence/task_facts.h"

#include <QAbstractListModel>

namespace atlas::widgets {

/// Tasks as cards that can be dragged: the tasks of a sequence in learning order, or those that are not in it.
/// The model never changes its order on its own: a drop asks for the order it would make, and whoever owns the
/// sequence sets it.
class TaskListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FactsRole = Qt::UserRole, PlaceRole };

    TaskListModel(bool ordered, QObject *parent = nullptr);

    void setTasks(std::vector<TaskFacts> tasks);
    const std::vector<TaskFacts> &tasks() const { return m_tasks; }
    QStringList names() const;
    int rowOf(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void dropped(const QString &task, int row);  ///< row in the list as it is now

private:
    bool m_ordered;
    std::vector<TaskFacts> m_tasks;
};

/// The order after `task` was put before the place `row` of `order` (as it is now), from within it or from outside.
QStringList orderAfterDrop(QStringList order, const QString &task, int row);

}  // namespace atlas::widgets

Q_DECLARE_METATYPE(atlas::widgets::TaskFacts)
