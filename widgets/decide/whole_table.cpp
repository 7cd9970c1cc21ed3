#include "widgets/decide/whole_table.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace atlas::widgets {

void showWhole(QTableView *table)
{
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QHeaderView *head = table->horizontalHeader();
    const bool scrolls =
        table->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff && head->length() > table->viewport()->width();
    table->setFixedHeight(head->sizeHint().height() + table->verticalHeader()->length() + 2 * table->frameWidth() +
                          (scrolls ? table->horizontalScrollBar()->sizeHint().height() : 0));
}

}  // namespace atlas::widgets
