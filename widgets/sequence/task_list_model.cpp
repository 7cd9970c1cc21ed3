#include "widgets/sequence/task_list_model.h"

#include "widgets/charts/format.h"

#include <QMimeData>

#include <algorithm>

namespace atlas::widgets {

namespace {
const QString kMimeType = QStringLiteral("application/x-atlas-task");
}

TaskListModel::TaskListModel(bool ordered, QObject *parent) : QAbstractListModel(parent), m_ordered(ordered) {}

void TaskListModel::setTasks(std::vector<TaskFacts> tasks)
{
    beginResetModel();
    m_tasks = std::move(tasks);
    endResetModel();
}

QStringList TaskListModel::names() const
{
    QStringList out;
    for (const TaskFacts &facts : m_tasks) {
        out << facts.name();
    }
    return out;
}

int TaskListModel::rowOf(const QString &name) const
{
    return int(names().indexOf(name));
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TaskFacts &facts = m_tasks[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return facts.name();
    case FactsRole: return QVariant::fromValue(facts);
    case PlaceRole: return m_ordered ? index.row() + 1 : 0;
    case Qt::ToolTipRole: {
        QStringList lines{facts.name()};
        for (const TaskCheck &check : facts.checks) {
            lines << tr("%1. %2").arg(check.text, check.advice);
        }
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1, %2, %3 training samples, %n classes", nullptr, int(facts.task.classes.size()))
                                 .arg(facts.name(), kindTitle(facts.task.kind), format::count(facts.task.trainCount));
        return m_ordered ? tr("%1. %2").arg(index.row() + 1).arg(text) : text;
    }
    default: return {};
    }
}

Qt::ItemFlags TaskListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Drops go between cards, never onto one.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList TaskListModel::mimeTypes() const
{
    return {kMimeType};
}

QMimeData *TaskListModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty()) {
        return nullptr;
    }
    auto *data = new QMimeData;
    data->setData(kMimeType, indexes.first().data().toString().toUtf8());
    return data;
}

bool TaskListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action == Qt::IgnoreAction || !data->hasFormat(kMimeType)) {
        return false;
    }
    const int place = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    Q_EMIT dropped(QString::fromUtf8(data->data(kMimeType)), place);
    return false;  // the owner sets the new order; the view must not remove rows on its own
}

QStringList orderAfterDrop(QStringList order, const QString &task, int row)
{
    const auto old = order.indexOf(task);
    qsizetype place = std::clamp<qsizetype>(row, 0, order.size());
    if (old >= 0) {
        order.removeAt(old);
        place -= old < place ? 1 : 0;
    }
    order.insert(place, task);
    return order;
}

}  // namespace atlas::widgets
