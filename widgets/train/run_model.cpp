#include "widgets/train/run_model.h"

#include "widgets/charts/format.h"
#include "widgets/train/run_words.h"

#include <algorithm>
#include <unordered_set>

namespace atlas::widgets {

RunModel::RunModel(Clock clock, QObject *parent) : QAbstractTableModel(parent), m_clock(std::move(clock)) {}

int RunModel::rowOf(const std::string &uuid) const
{
    const auto found = std::ranges::find(m_runs, uuid, &RunRecord::uuid);
    return found == m_runs.end() ? -1 : int(found - m_runs.begin());
}

void RunModel::setRuns(const std::vector<RunRecord> &runs)
{
    if (m_runs.empty() || runs.empty()) {
        beginResetModel();
        m_runs = runs;
        endResetModel();
        return;
    }
    std::unordered_set<std::string> now;
    for (const RunRecord &run : runs) {
        now.insert(run.uuid);
    }
    for (int row = int(m_runs.size()) - 1; row >= 0; --row) {
        if (!now.contains(m_runs[std::size_t(row)].uuid)) {
            beginRemoveRows({}, row, row);
            m_runs.erase(m_runs.begin() + row);
            endRemoveRows();
        }
    }
    std::unordered_set<std::string> before;
    for (const RunRecord &run : m_runs) {
        before.insert(run.uuid);
    }
    // What is left keeps its order (runs are listed by age); only new ones have to be put in their places.
    for (int row = 0; row < int(runs.size()); ++row) {
        const RunRecord &run = runs[std::size_t(row)];
        if (row < int(m_runs.size()) && m_runs[std::size_t(row)].uuid == run.uuid) {
            m_runs[std::size_t(row)] = run;
        } else if (before.contains(run.uuid)) {
            const int old = rowOf(run.uuid);
            beginMoveRows({}, old, old, {}, row);
            m_runs.erase(m_runs.begin() + old);
            m_runs.insert(m_runs.begin() + row, run);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_runs.insert(m_runs.begin() + row, run);
            endInsertRows();
        }
    }
    Q_EMIT dataChanged(index(0, 0), index(int(m_runs.size()) - 1, kColumns - 1));
}

void RunModel::setProgress(const QString &uuid, double fraction, const QString &what)
{
    const int row = rowOf(uuid.toStdString());
    if (row < 0) {
        return;
    }
    RunRecord &run = m_runs[std::size_t(row)];
    run.progress = fraction < 0 ? run.progress : fraction;
    run.message = what.toStdString();
    changed(row);
}

void RunModel::setStatus(const QString &uuid, RunStatus status, const QString &message)
{
    const int row = rowOf(uuid.toStdString());
    if (row < 0) {
        return;
    }
    m_runs[std::size_t(row)].status = status;
    m_runs[std::size_t(row)].message = message.toStdString();
    changed(row);
}

void RunModel::setLearnedFrom(std::map<std::string, std::string> data)
{
    m_data = std::move(data);  // told in tooltips alone: nothing has to be drawn anew
}

void RunModel::setAsking(const QString &uuid, bool asking)
{
    if (asking) {
        m_asking.insert(uuid.toStdString());
    } else {
        m_asking.erase(uuid.toStdString());
    }
    if (const int row = rowOf(uuid.toStdString()); row >= 0) {
        changed(row);
    }
}

void RunModel::tick()
{
    for (int row = 0; row < int(m_runs.size()); ++row) {
        if (m_runs[std::size_t(row)].status == RunStatus::Running) {
            Q_EMIT dataChanged(index(row, Time), index(row, Time));
        }
    }
}

void RunModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

const RunRecord *RunModel::run(const QString &uuid) const
{
    const int row = rowOf(uuid.toStdString());
    return row < 0 ? nullptr : &m_runs[std::size_t(row)];
}

const RunRecord *RunModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < int(m_runs.size()) ? &m_runs[std::size_t(index.row())] : nullptr;
}

QModelIndex RunModel::indexOf(const QString &uuid) const
{
    const int row = rowOf(uuid.toStdString());
    return row < 0 ? QModelIndex() : index(row, 0);
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString RunModel::text(const RunRecord &run, int column) const
{
    switch (column) {
    case Name: return QString::fromStdString(run.name);
    case Strategy: return strategyWord(run.spec.strategy);
    case Seed: return QString::number(run.spec.seed);
    case Status: return m_asking.contains(run.uuid) ? tr("asks you") : statusWord(run.status);
    case Progress: return format::percent(run.progress);
    case Time: {
        const double seconds = secondsOf(run, m_clock());
        const QString left = m_asking.contains(run.uuid) ? QString() : timeLeft(run, m_clock());
        if (seconds <= 0) {
            return {};
        }
        return left.isEmpty() ? format::duration(seconds) : tr("%1 · %2").arg(format::duration(seconds), left);
    }
    default: return {};
    }
}

theme::Role RunModel::roleOf(const RunRecord &run) const
{
    return m_asking.contains(run.uuid) ? theme::Role::Caution : statusRole(run.status);
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RunRecord &run = m_runs[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case Qt::ToolTipRole: {
        QString what =
            tr("%1 over %2").arg(QString::fromStdString(run.name), QString::fromStdString(run.spec.sequence));
        if (const auto data = m_data.find(run.uuid); data != m_data.end() && !data->second.empty()) {
            what += QLatin1Char('\n') + tr("Data: %1").arg(QString::fromStdString(data->second));
        }
        if (index.column() == Strategy) {
            what += QLatin1Char('\n') + strategyTip(run.spec.strategy);
        }
        return run.message.empty() ? what : what + QLatin1Char('\n') + messageOf(run);
    }
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Seed || index.column() == Time;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        return index.column() == Status && roleOf(run) != theme::Role::Neutral ? QVariant(theme::textColor(roleOf(run)))
                                                                               : QVariant();
    case UuidRole: return QString::fromStdString(run.uuid);
    case ProgressRole: return run.progress;
    case StatusRole: return int(run.status);
    default: return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Seed || section == Time;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Run");
    case Strategy: return tr("Strategy");
    case Seed: return tr("Seed");
    case Status: return tr("Status");
    case Progress: return tr("Progress");
    case Time: return tr("Time");
    default: return {};
    }
}

}  // namespace atlas::widgets
