#include "widgets/charts/chart_table.h"

#include "core/csv.h"
#include "widgets/charts/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace atlas::widgets {

namespace {

bool isNumber(const QVariant &value)
{
    const int type = value.typeId();
    return type == QMetaType::Double || type == QMetaType::LongLong || type == QMetaType::Int;
}

QString exactText(const QVariant &value)
{
    if (value.typeId() == QMetaType::Double) {
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return value.toString();
}

QString csvField(const QVariant &value)
{
    QString text = exactText(value);
    if (isNumber(value)) {
        return text;
    }
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormulaStarts.contains(text.front())) {
        text.prepend(QLatin1Char('\''));
    }
    return QString::fromStdString(atlas::csvField(text.toStdString()));
}

}  // namespace

QByteArray toCsvLine(const QVariantList &row)
{
    QStringList fields;
    for (const QVariant &value : row) {
        fields << csvField(value);
    }
    return (fields.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
}

QByteArray toCsv(const ChartTable &table)
{
    QByteArray out = toCsvLine(QVariantList(table.columns.begin(), table.columns.end()));
    for (const QVariantList &row : table.rows) {
        out += toCsvLine(row);
    }
    return out;
}

QString toClipboardText(const ChartTable &table)
{
    const auto plain = [](QString text) {
        return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    };
    QStringList lines;
    QStringList fields;
    for (const QString &column : table.columns) {
        fields << plain(column);
    }
    lines << fields.join(QLatin1Char('\t'));
    for (const QVariantList &row : table.rows) {
        fields.clear();
        for (const QVariant &value : row) {
            // A pasted number is read by the spreadsheet's locale, which is the user's.
            fields << (value.typeId() == QMetaType::Double
                           ? QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest)
                           : plain(value.toString()));
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void ChartTableModel::setTable(ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    m_asking = false;
    endResetModel();
}

bool ChartTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_table.more != nullptr && !m_asking;
}

void ChartTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_asking = true;
    m_table.more->readNext(this, [this, asked = m_table.more](std::vector<QVariantList> rows) {
        if (asked != m_table.more) {
            return;  // another table is shown by now
        }
        m_asking = false;
        if (rows.empty()) {
            m_table.more.reset();
            return;
        }
        const int first = rowCount();
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        std::ranges::move(rows, std::back_inserter(m_table.rows));
        endInsertRows();
    });
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QVariant value = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(isNumber(value) ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (value.typeId() == QMetaType::Double) {
        const double number = value.toDouble();
        return std::isnan(number) ? QString() : format::number(number, 6);
    }
    if (isNumber(value)) {
        return format::count(value.toLongLong());
    }
    return value;
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal) {
        return m_table.columns.value(section);
    }
    return QAbstractTableModel::headerData(section, orientation, role);
}

}  // namespace atlas::widgets
