#include "widgets/results/plain_table.h"

#include "widgets/frame/theme.h"

#include <QHeaderView>

namespace atlas::widgets {

PlainTable::PlainTable(QWidget *parent) : QTableWidget(parent)
{
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
}

void PlainTable::setContent(const std::vector<Column> &columns, const std::vector<QStringList> &rows)
{
    setColumnCount(int(columns.size()));
    setRowCount(int(rows.size()));
    for (int c = 0; c < columnCount(); ++c) {
        const Column &column = columns[std::size_t(c)];
        const Qt::Alignment alignment = (column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        auto *head = new QTableWidgetItem(column.title);
        head->setTextAlignment(int(alignment));
        head->setToolTip(column.help);
        setHorizontalHeaderItem(c, head);
        for (int r = 0; r < rowCount(); ++r) {
            auto *item = new QTableWidgetItem(rows[std::size_t(r)].value(c));
            item->setTextAlignment(int(alignment));
            item->setToolTip(item->text());
            setItem(r, c, item);
        }
    }
    resizeColumnsToContents();
    horizontalHeader()->setStretchLastSection(!columns.empty() && !columns.back().number);
}

}  // namespace atlas::widgets
