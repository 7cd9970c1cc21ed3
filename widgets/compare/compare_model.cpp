#include "widgets/compare/compare_model.h"

#include "core/run_view.h"

#include <algorithm>

namespace atlas::widgets {

void CompareModel::setRuns(RunTable table)
{
    if (std::ranges::equal(table.rows, m_table.rows, {}, &RunRow::uuid, &RunRow::uuid)) {
        m_table = std::move(table);
        arrange();
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    m_places.clear();
    for (const RunRow &row : m_table.rows) {
        m_places.emplace(row.uuid, int(m_places.size()));
    }
    m_settings = {};
    m_layout = layOut();
    endResetModel();
    Q_EMIT arranged();
}

void CompareModel::setSettings(RunSettings settings)
{
    m_settings = std::move(settings);
    arrange();
}

void CompareModel::setFilter(RunFilter filter)
{
    m_filter = std::move(filter);
    arrange();
}

void CompareModel::setGrouped(bool grouped)
{
    if (m_grouped != grouped) {
        m_grouped = grouped;
        arrange();
        Q_EMIT ticksChanged();  // the same runs make other lines
    }
}

void CompareModel::setColumns(std::optional<std::vector<std::string>> ids)
{
    m_chosen = std::move(ids);
    arrange();
}

void CompareModel::setPinned(const QString &uuid)
{
    if (m_pinned != uuid) {
        m_pinned = uuid;
        arrange();
        Q_EMIT ticksChanged();
    }
}

void CompareModel::setOrder(const std::string &column, Qt::SortOrder order)
{
    m_orderColumn = column;
    m_order = order;
    arrange();
}

void CompareModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount()) {
        setOrder(m_layout.columns[std::size_t(column)].id, order);
    }
}

void CompareModel::setTicked(const QStringList &uuids, bool ticked)
{
    bool changed = false;
    for (const QString &uuid : uuids) {
        if (ticked && m_tickedSet.insert(uuid.toStdString()).second) {
            m_ticked << uuid;
            changed = true;
        } else if (!ticked && m_tickedSet.erase(uuid.toStdString()) > 0) {
            changed = true;
        }
    }
    if (!ticked) {
        m_ticked.removeIf([this](const QString &uuid) { return !isTicked(uuid); });
    }
    if (changed) {
        if (!m_layout.entries.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
        }
        Q_EMIT ticksChanged();
    }
}

void CompareModel::clearTicks()
{
    setTicked(QStringList(m_ticked), false);
}

void CompareModel::setUnfolded(const QModelIndex &group, bool unfolded)
{
    if (!group.isValid() || !m_layout.entries[std::size_t(group.row())].group) {
        return;
    }
    const std::string &first = m_table.rows[m_layout.entries[std::size_t(group.row())].rows.front()].uuid;
    if (unfolded) {
        m_unfolded.insert(first);
    } else {
        m_unfolded.erase(first);
    }
    arrange();
}

std::vector<std::string> CompareModel::identity(const Layout &layout) const
{
    std::vector<std::string> names;
    for (const RunColumn &column : layout.columns) {
        names.push_back(column.id);
    }
    for (const Entry &entry : layout.entries) {
        names.push_back(std::string(entry.group    ? "group "
                                    : entry.member ? "member "
                                                   : "run ") +
                        m_table.rows[entry.rows.front()].uuid);
    }
    return names;
}

void CompareModel::arrange()
{
    Layout next = layOut();
    if (identity(next) == identity(m_layout)) {
        m_layout = std::move(next);
        if (rowCount() > 0 && columnCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    } else {
        beginResetModel();
        m_layout = std::move(next);
        endResetModel();
    }
    Q_EMIT arranged();
}

CompareModel::Layout CompareModel::layOut() const
{
    Layout layout;
    const std::vector<std::size_t> visible = m_filter.matching(m_table, m_settings);
    layout.matching = visible.size();
    for (const std::string &id : m_chosen ? *m_chosen : tellingColumns(scene(), visible, layout.settingsLeft)) {
        if (std::optional<RunColumn> column = runColumn(scene(), id)) {
            layout.columns.push_back(std::move(*column));
        }
    }
    layout.hasBaseline = rowOf(m_pinned) >= 0;
    const RunView view{.order = m_orderColumn,
                       .descending = m_order == Qt::DescendingOrder,
                       .grouped = m_grouped,
                       .pinned = m_pinned.toStdString()};
    for (std::vector<std::size_t> &rows : arrangeRuns(scene(), visible, view)) {
        const bool group = rows.size() > 1;
        const bool unfolded = group && m_unfolded.contains(m_table.rows[rows.front()].uuid);
        const std::vector<std::size_t> members = unfolded ? rows : std::vector<std::size_t>();
        layout.entries.push_back({std::move(rows), group, false});
        for (const std::size_t member : members) {
            layout.entries.push_back({{member}, false, true});
        }
    }
    return layout;
}

bool CompareModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid()) {
        return false;
    }
    setTicked(uuidsOf(index), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags CompareModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && m_layout.columns[std::size_t(index.column())].id == kNameColumn
               ? flags | Qt::ItemIsUserCheckable
               : flags;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layout.entries.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layout.columns.size());
}

int CompareModel::rowOf(const QString &uuid) const
{
    const auto found = m_places.find(uuid.toStdString());
    return found == m_places.end() ? -1 : found->second;
}

QStringList CompareModel::uuidsOf(const QModelIndex &index) const
{
    QStringList uuids;
    if (index.isValid() && index.row() < rowCount()) {
        for (const std::size_t row : m_layout.entries[std::size_t(index.row())].rows) {
            uuids << QString::fromStdString(m_table.rows[row].uuid);
        }
    }
    return uuids;
}

QModelIndex CompareModel::indexOf(const QString &uuid) const
{
    const int row = rowOf(uuid);
    const auto found = std::ranges::find_if(m_layout.entries, [row](const Entry &entry) {
        return row >= 0 && std::ranges::find(entry.rows, std::size_t(row)) != entry.rows.end();
    });
    return found == m_layout.entries.end() ? QModelIndex() : index(int(found - m_layout.entries.begin()), 0);
}

const RunRow *CompareModel::run(const QString &uuid) const
{
    const int row = rowOf(uuid);
    return row < 0 ? nullptr : &m_table.rows[std::size_t(row)];
}

const RunRow *CompareModel::run(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount()
               ? &m_table.rows[m_layout.entries[std::size_t(index.row())].rows.front()]
               : nullptr;
}

std::vector<ComparedLine> CompareModel::lines() const
{
    std::vector<std::size_t> rows;
    std::set<int> taken{-1};  // which stands for runs that are gone
    const auto add = [&](const QString &uuid) {
        if (const int row = rowOf(uuid); taken.insert(row).second) {
            rows.push_back(std::size_t(row));
        }
    };
    add(m_pinned);
    std::ranges::for_each(m_ticked, add);
    std::vector<ComparedLine> lines;
    for (std::vector<std::size_t> &together : arrangeRuns(scene(), rows, {.grouped = m_grouped})) {
        std::ranges::sort(together);  // named as its row is, whichever was ticked first
        lines.push_back(line(together));
    }
    return lines;
}

std::vector<ComparedLine> CompareModel::allLines() const
{
    std::vector<ComparedLine> lines;
    for (const Entry &entry : m_layout.entries) {
        if (!entry.member) {
            lines.push_back(line(entry.rows));
        }
    }
    return lines;
}

ComparedLine CompareModel::line(const std::vector<std::size_t> &rows) const
{
    ComparedLine line{.name = name(rows), .runs = {}, .uuids = {}, .figures = {}};
    for (const std::size_t row : rows) {
        line.runs.push_back(m_table.rows[row].id);
        line.uuids << QString::fromStdString(m_table.rows[row].uuid);
    }
    for (const RunFigure &figure : runFigures()) {
        std::vector<double> values;
        for (const std::size_t row : rows) {
            if (const std::optional<double> value = figure.value(m_table.rows[row])) {
                values.push_back(*value);
            }
        }
        line.figures.push_back(spreadOf(values).mean);
    }
    line.baseline = line.uuids.contains(m_pinned);
    return line;
}

}  // namespace atlas::widgets
