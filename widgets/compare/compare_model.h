#pragma once

#include "core/run_filter.h"
#include "widgets/compare/run_columns.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <set>
#include <unordered_map>

namespace atlas::widgets {

/// Runs that are drawn as one line: a single one, or those that differ in their seed alone.
struct ComparedLine {
    QString name;
    std::vector<std::int64_t> runs;  ///< row numbers in the database
    QStringList uuids;
    std::vector<std::optional<double>> figures;  ///< means, in the order of runFigures()
    bool baseline = false;
};

/// The table of runs: filtered, sorted, grouped by seed, with one of them pinned as the baseline that the others are
/// told against. Everything is computed from a compact RunTable; settings are columns only where rows differ.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        UuidsRole = Qt::UserRole,  ///< QStringList: the runs of the row
        DeltaRole,                 ///< short difference from the baseline; empty = none
        DeltaSignRole,             ///< 1 = better, -1 = worse
        BaselineRole,              ///< the row is the baseline's
        GroupRole,                 ///< the row stands for several runs and can be unfolded
        MemberRole                 ///< the row is one run of the group above
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay in their place only change: selection and scroll position stay.
    void setRuns(RunTable table);
    void setSettings(RunSettings settings);  ///< of the rows of the table that was set last
    void setFilter(RunFilter filter);
    void setGrouped(bool grouped);
    void setColumns(std::optional<std::vector<std::string>> ids);  ///< nothing = what is telling
    void setPinned(const QString &uuid);                           ///< empty = none
    void setOrder(const std::string &column, Qt::SortOrder order);
    void setTicked(const QStringList &uuids, bool ticked);
    void clearTicks();
    void setUnfolded(const QModelIndex &group, bool unfolded);

    const RunTable &table() const { return m_table; }
    const RunSettings &settings() const { return m_settings; }
    RunScene scene() const { return {m_table, m_settings}; }
    const std::optional<std::vector<std::string>> &chosenColumns() const { return m_chosen; }
    const std::vector<RunColumn> &columns() const { return m_layout.columns; }
    int settingsLeft() const { return m_layout.settingsLeft; }  ///< differing settings without a column
    bool grouped() const { return m_grouped; }
    QString pinned() const { return m_pinned; }
    const std::string &orderColumn() const { return m_orderColumn; }
    Qt::SortOrder order() const { return m_order; }
    std::size_t matching() const { return m_layout.matching; }  ///< runs that the filter lets through
    std::vector<std::size_t> matchingRows() const { return m_filter.matching(m_table, m_settings); }  ///< newest first
    const QStringList &ticked() const { return m_ticked; }  ///< in the order of ticking
    bool isTicked(const QString &uuid) const { return m_tickedSet.contains(uuid.toStdString()); }
    QStringList uuidsOf(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &uuid) const;
    const RunRow *run(const QString &uuid) const;
    const RunRow *run(const QModelIndex &index) const;  ///< the first of the row

    /// The ticked runs and the baseline, that first.
    std::vector<ComparedLine> lines() const;
    /// Every row of the table.
    std::vector<ComparedLine> allLines() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void ticksChanged();
    void arranged();  ///< rows or columns are others now

private:
    struct Entry {
        std::vector<std::size_t> rows;
        bool group = false;
        bool member = false;

        bool operator==(const Entry &) const = default;
    };

    /// What is shown, and in which order.
    struct Layout {
        std::vector<Entry> entries;
        std::vector<RunColumn> columns;
        std::size_t matching = 0;  ///< runs that the filter lets through
        int settingsLeft = 0;      ///< differing settings without a column
        bool hasBaseline = false;  ///< the first row is it
    };

    void arrange();
    int rowOf(const QString &uuid) const;  ///< of the table; -1 = not there
    Layout layOut() const;
    std::vector<std::string> identity(const Layout &layout) const;
    std::optional<double> figure(const Entry &entry, const RunColumn &column) const;
    QString text(const Entry &entry, const RunColumn &column) const;
    QString name(const std::vector<std::size_t> &rows) const;
    ComparedLine line(const std::vector<std::size_t> &rows) const;
    std::optional<double> delta(int row, const RunColumn &column) const;
    QVariant check(const Entry &entry) const;
    QString help(int row, const RunColumn &column) const;

    RunTable m_table;
    std::unordered_map<std::string, int> m_places;  ///< of the table's rows, by uuid
    RunSettings m_settings;
    RunFilter m_filter;
    Layout m_layout;
    std::optional<std::vector<std::string>> m_chosen;
    std::string m_orderColumn;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    QString m_pinned;
    QStringList m_ticked;
    std::set<std::string> m_tickedSet;
    std::set<std::string> m_unfolded;  ///< uuids of the first runs of groups
    bool m_grouped = false;
};

}  // namespace atlas::widgets
