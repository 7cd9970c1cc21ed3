#include "widgets/compare/compare_model.h"
#include "widgets/compare/compare_words.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/results/measure_words.h"

#include <QFont>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kMostTexts = 3;  ///< of the runs of a group that one cell lists
}

std::optional<double> CompareModel::figure(const Entry &entry, const RunColumn &column) const
{
    if (entry.rows.size() == 1) {
        return column.number(scene(), entry.rows.front());
    }
    std::vector<double> values;
    for (const std::size_t row : entry.rows) {
        if (const std::optional<double> value = column.number(scene(), row)) {
            values.push_back(*value);
        }
    }
    return spreadOf(values).mean;
}

QString CompareModel::name(const std::vector<std::size_t> &rows) const
{
    const QString first = QString::fromStdString(m_table.rows[rows.front()].name);
    return rows.size() > 1 ? tr("%1 and %n more", nullptr, int(rows.size()) - 1).arg(first) : first;
}

QString CompareModel::text(const Entry &entry, const RunColumn &column) const
{
    if (column.figure()) {
        if (!entry.group) {
            const std::optional<double> value = figure(entry, column);
            return value ? measureValue(*column.unit, *value) : QString();
        }
        std::vector<double> values;
        for (const std::size_t row : entry.rows) {
            if (const std::optional<double> value = column.number(scene(), row)) {
                values.push_back(*value);
            }
        }
        const RunFigureSpread spread = spreadOf(values);
        return spread.mean ? spreadText(*column.unit, *spread.mean, spread.sd, spread.n) : QString();
    }
    if (column.id == kNameColumn) {
        return name(entry.rows);
    }
    QStringList texts;
    for (const std::size_t row : entry.rows) {
        const QString one = column.text(scene(), row);
        if (!one.isEmpty() && !texts.contains(one)) {
            texts << one;
        }
    }
    if (texts.size() > kMostTexts) {
        texts = texts.mid(0, kMostTexts) << QStringLiteral("…");
    }
    return texts.join(QStringLiteral(", "));
}

std::optional<double> CompareModel::delta(int row, const RunColumn &column) const
{
    if (!m_layout.hasBaseline || row == 0 || !column.figure()) {
        return std::nullopt;
    }
    const std::optional<double> base = figure(m_layout.entries.front(), column);
    const std::optional<double> own = figure(m_layout.entries[std::size_t(row)], column);
    return base && own ? std::optional(*own - *base) : std::nullopt;
}

QVariant CompareModel::check(const Entry &entry) const
{
    const auto ticked = std::ranges::count_if(
        entry.rows, [this](std::size_t row) { return m_tickedSet.contains(m_table.rows[row].uuid); });
    return ticked == 0 ? Qt::Unchecked : std::size_t(ticked) == entry.rows.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QString CompareModel::help(int row, const RunColumn &column) const
{
    QStringList lines;
    if (const std::optional<double> difference = delta(row, column)) {
        lines << deltaSentence(*column.unit, column.better, *difference);
    }
    const Entry &entry = m_layout.entries[std::size_t(row)];
    if (column.id == kNameColumn) {
        if (m_layout.hasBaseline && row == 0) {
            lines << tr("The baseline: the others are told against it.");
        }
        if (entry.group) {
            lines << tr("Runs that differ in their seed alone. Right unfolds them, Left folds them.");
        }
        for (const std::size_t one : entry.rows) {
            const RunRow &run = m_table.rows[one];
            lines << tr("%1 over %2, seed %3")
                         .arg(QString::fromStdString(run.name), QString::fromStdString(run.sequence),
                              QString::number(run.seed));
        }
    } else if (lines.isEmpty()) {
        lines << text(entry, column);  // which may be cut
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Entry &entry = m_layout.entries[std::size_t(index.row())];
    const RunColumn &column = m_layout.columns[std::size_t(index.column())];
    const bool baseline = m_layout.hasBaseline && index.row() == 0;
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::ToolTipRole: return help(index.row(), column);
    case Qt::AccessibleTextRole: {
        const std::optional<double> difference = delta(index.row(), column);
        return difference
                   ? tr("%1. %2").arg(text(entry, column), deltaSentence(*column.unit, column.better, *difference))
                   : text(entry, column);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole: return column.id == kNameColumn ? check(entry) : QVariant();
    case Qt::FontRole:
        if (baseline) {
            QFont font = theme::bodyFont();
            font.setBold(true);
            return font;
        }
        return {};
    case UuidsRole: return uuidsOf(index);
    case DeltaRole: {
        const std::optional<double> difference = delta(index.row(), column);
        return difference                             ? deltaText(*column.unit, column.better, *difference)
               : baseline && column.id == kNameColumn ? tr("baseline")
                                                      : QString();
    }
    case DeltaSignRole: {
        const std::optional<double> difference = delta(index.row(), column);
        return difference ? deltaSign(*column.unit, column.better, *difference) : 0;
    }
    case BaselineRole: return baseline;
    case GroupRole: return entry.group;
    case MemberRole: return entry.member;
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const RunColumn &column = m_layout.columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return withTerm(column.help, QString::fromStdString(column.id));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

}  // namespace atlas::widgets
