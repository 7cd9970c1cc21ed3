#include "widgets/results/plain_table.h"

#include "widgets/frame/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace atlas::widgets {

PlainTable::PlainTable(QWidget *parent) : QTableWidget(parent)
{
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    auto *copyAll = new QAction(theme::icon(QStringLiteral("edit-copy")), tr("Copy the table"), this);
    copyAll->setShortcut(QKeySequence::Copy);
    copyAll->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAll, &QAction::triggered, this, &PlainTable::copy);
    addAction(copyAll);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PlainTable::copy() const
{
    QStringList lines;
    for (int r = -1; r < rowCount(); ++r) {
        QStringList fields;
        for (int c = 0; c < columnCount(); ++c) {
            fields << (r < 0 ? horizontalHeaderItem(c) : item(r, c))->text();
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void PlainTable::setContent(const std::vector<Column> &columns, const std::vector<QStringList> &rows,
                            const QStringList &help)
{
    setColumnCount(int(columns.size()));
    setRowCount(int(rows.size()));
    for (int c = 0; c < columnCount(); ++c) {
        const Column &column = columns[std::size_t(c)];
        const Qt::Alignment alignment = (column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        auto *head = new QTableWidgetItem(column.title);
        head->setTextAlignment(alignment);
        head->setToolTip(column.help);
        setHorizontalHeaderItem(c, head);
        for (int r = 0; r < rowCount(); ++r) {
            auto *item = new QTableWidgetItem(rows[std::size_t(r)].value(c));
            item->setTextAlignment(alignment);
            item->setToolTip(help.value(r, item->text()));
            setItem(r, c, item);
        }
    }
    // Names take what the numbers leave; numbers are never cut.
    for (int c = 0; c < columnCount(); ++c) {
        const Column &column = columns[std::size_t(c)];
        horizontalHeader()->setSectionResizeMode(c, column.number || column.whole ? QHeaderView::ResizeToContents
                                                                                  : QHeaderView::Stretch);
    }
}

}  // namespace atlas::widgets
