#pragma once

#include <QAbstractTableModel>
#include <QByteArray>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace atlas::widgets {

/// The numbers behind a chart, whole and unrounded: what its table shows and its export holds. Cells are text, numbers
/// (double, qint64) or empty.
struct ChartTable {
    QStringList columns;
    std::vector<QVariantList> rows;
};

/// RFC 4180 with a header line, UTF-8, "." as the decimal point and every digit of a double.
/// Text that a spreadsheet would take for a formula is led by an apostrophe.
QByteArray toCsv(const ChartTable &table);

/// The same as tab-separated text, which spreadsheets take from the clipboard.
QString toClipboardText(const ChartTable &table);

/// A read-only item model over a ChartTable; numbers by locale, right-aligned.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(ChartTable table);
    const ChartTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ChartTable m_table;
};

}  // namespace atlas::widgets
