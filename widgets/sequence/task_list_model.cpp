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
    const auto same = [](const TaskFacts &a, const TaskFacts &b) { return a.name() == b.name(); };
    if (std::equal(tasks.begin(), tasks.end(), m_tasks.begin(), m_tasks.end(), same)) {
        // Only what is told of them has changed: the chosen card and the place of the view stay.
        m_tasks = std::move(tasks);
        if (!m_tasks.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
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
        if (facts.datasetOnly) {
            lines << tr("A dataset that no task was made of yet. Enter or a double click leads to the sheet that makes "
                        "one.");
        }
        for (const storage::TaskCheck &check : facts.checks) {
            lines << tr("%1. %2").arg(checkText(check), checkAdvice(check));
        }
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole: {
        if (facts.datasetOnly) {
            return tr("Dataset %1, %2, no task yet").arg(facts.name(), kindTitle(facts.task.kind));
        }
        const QString text = tr("%1, %2, %3 training samples, %n classes", nullptr, int(facts.task.classes.size()))
                                 .arg(facts.name(), kindTitle(facts.task.kind), format::count(facts.task.trainCount));
        if (!m_ordered) {
            return text;
        }
        const QString part = facts.upstream ? tr("upstream") : tr("downstream");
        const QString check = facts.checks.empty() ? QString() : QStringLiteral(", ") + checkText(facts.checks.front());
        return tr("%1. %2, %3").arg(index.row() + 1).arg(text, part) + check;
    }
    default: return {};
    }
}

Qt::ItemFlags TaskListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Drops go between cards, never onto one.
    if (!index.isValid()) {
        return flags | Qt::ItemIsDropEnabled;
    }
    return m_tasks[std::size_t(index.row())].datasetOnly ? flags : flags | Qt::ItemIsDragEnabled;
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
