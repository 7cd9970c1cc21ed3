#pragma once

#include <QAbstractTableModel>
#include <QByteArray>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace atlas::widgets {

class FunctionJob;

/// Rows of a table that are too many to be held.
class ChartRows {
public:
    using Got = std::function<void(std::vector<QVariantList>)>;
    using Take = std::function<void(const QVariantList &)>;

    virtual ~ChartRows() = default;

    virtual qint64 count() const = 0;

    /// Some rows after those that were given so far; none at the end. Does not block; no answer comes when `context` is
    /// gone.
    virtual void readNext(QObject *context, Got got) = 0;

    /// Every row. Blocks: any thread but the GUI's.  Errors: those of what is read; Cancelled.
    virtual void readAll(const Take &take, const std::stop_token &stop) const = 0;

    /// Starts an export of them where people see it and can stop it.
    virtual void start(std::unique_ptr<FunctionJob> job) const = 0;
};

/// The numbers behind a chart, whole and unrounded: what its table shows and its export holds. Cells are text, numbers
/// (double, qint64) or empty.
struct ChartTable {
    QStringList columns;
    std::vector<QVariantList> rows;
    std::shared_ptr<ChartRows> more{};  ///< come after `rows`
};

/// RFC 4180 with a header line, UTF-8, "." as the decimal point and every digit of a double.
/// Text that a spreadsheet would take for a formula is led by an apostrophe.
QByteArray toCsv(const ChartTable &table);
QByteArray toCsvLine(const QVariantList &row);

/// The same as tab-separated text, which spreadsheets take from the clipboard.
QString toClipboardText(const ChartTable &table);

/// A read-only item model over a ChartTable, which grows as it is scrolled where there are more rows; numbers by
/// locale, right-aligned.
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
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;  ///< asks for more rows; they are there when they have come

private:
    ChartTable m_table;
    bool m_asking = false;
};

}  // namespace atlas::widgets
