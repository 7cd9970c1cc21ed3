#include "widgets/compare/column_chooser.h"

#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <set>

namespace atlas::widgets {

ColumnChooser::ColumnChooser(const RunScene &scene, const std::vector<RunColumn> &shown, QWidget *parent)
    : QWidget(parent), m_items(new QStandardItemModel(this))
{
    std::set<std::string> ticked;
    for (const RunColumn &column : shown) {
        ticked.insert(column.id);
    }
    for (const std::string &id : runColumnIds(scene)) {
        const std::optional<RunColumn> column = runColumn(scene, id);
        auto *item = new QStandardItem(column->title);
        item->setData(QString::fromStdString(id));
        item->setToolTip(column->help);
        item->setEditable(false);
        item->setCheckable(true);
        item->setEnabled(id != kNameColumn);
        item->setCheckState(ticked.contains(id) ? Qt::Checked : Qt::Unchecked);
        m_items->appendRow(item);
    }
    connect(m_items, &QStandardItemModel::itemChanged, this, [this] { Q_EMIT chosen(this->ticked()); });

    auto *found = new QSortFilterProxyModel(this);
    found->setSourceModel(m_items);
    found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *field = new QLineEdit(this);
    field->setObjectName(QStringLiteral("columnSearch"));
    field->setPlaceholderText(tr("Find a column"));
    field->setAccessibleName(tr("Find a column"));
    field->setClearButtonEnabled(true);
    connect(field, &QLineEdit::textChanged, found, &QSortFilterProxyModel::setFilterFixedString);
    auto *list = new QListView(this);
    list->setObjectName(QStringLiteral("columnList"));
    list->setAccessibleName(tr("Columns"));
    list->setModel(found);
    list->setUniformItemSizes(true);
    auto *automatic = new QPushButton(tr("Only what differs"), this);
    automatic->setObjectName(QStringLiteral("automaticColumns"));
    automatic->setToolTip(tr("Figures, and all in which the runs of the table are not the same"));
    connect(automatic, &QPushButton::clicked, this, &ColumnChooser::automaticWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(automatic);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(row);
    layout->addWidget(list, 1);
}

std::vector<std::string> ColumnChooser::ticked() const
{
    std::vector<std::string> ids;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->checkState() == Qt::Checked) {
            ids.push_back(m_items->item(row)->data().toString().toStdString());
        }
    }
    return ids;
}

}  // namespace atlas::widgets
