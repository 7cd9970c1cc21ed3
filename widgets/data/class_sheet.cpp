#include "widgets/data/class_sheet.h"

#include "storage/class_editor.h"
#include "storage/quality/label_variants.h"
#include "widgets/data/class_model.h"
#include "widgets/data/label_keys.h"
#include "widgets/data/labeller.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kKeyWidth = 72;
constexpr int kCountWidth = 96;

/// One key that has no other meaning, or nothing.
class KeyDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *editor = new QLineEdit(parent);
        const QRegularExpression allowed(QStringLiteral("[%1]?").arg(assignableKeys()),
                                         QRegularExpression::CaseInsensitiveOption);
        editor->setValidator(new QRegularExpressionValidator(allowed, editor));
        return editor;
    }
};

}  // namespace

ClassSheet::ClassSheet(Labeller *labeller, const ClassColours *colours, QWidget *parent)
    : QWidget(parent), m_labeller(labeller), m_model(new ClassModel(colours, this)), m_table(new QTableView(this)),
      m_variants(new QWidget(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this)),
      m_merge(new QPushButton(this)), m_delete(new QPushButton(tr("Delete"), this)),
      m_hint(theme::caption(tr("Double-click a name or a key to change it. Everything here can be undone (Ctrl+Z)."),
                            this))
{
    setObjectName(QStringLiteral("classSheet"));
    m_table->setObjectName(QStringLiteral("classTable"));
    m_table->setAccessibleName(tr("Classes"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(ClassModel::Key, new KeyDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(ClassModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(ClassModel::Key, kKeyWidth);
    m_table->horizontalHeader()->resizeSection(ClassModel::Count, kCountWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_hint);
    auto *variants = new QVBoxLayout(m_variants);
    variants->setContentsMargins(0, 0, 0, 0);
    variants->setSpacing(theme::kGap);
    layout->addWidget(m_variants);
    layout->addWidget(m_table, 1);
    makeButtons(layout);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClassSheet::updateButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ClassSheet::updateButtons);
    connect(m_model, &ClassModel::renameWanted, this, [this](qint64 id, const QString &name) {
        m_labeller->editClasses(
            [id, text = name.toStdString()](storage::ClassEditor &editor) { editor.rename(id, text); });
    });
    connect(m_model, &ClassModel::keyWanted, this, [this](qint64 id, const QString &key) {
        m_labeller->editClasses(
            [id, text = key.toStdString()](storage::ClassEditor &editor) { editor.setKey(id, text); });
    });
}

void ClassSheet::makeButtons(QVBoxLayout *layout)
{
    theme::makeIconButton(m_up, QStringLiteral("go-up"), tr("Move up: the first classes have the first keys"));
    theme::makeIconButton(m_down, QStringLiteral("go-down"), tr("Move down"));
    m_up->setObjectName(QStringLiteral("classUp"));
    m_down->setObjectName(QStringLiteral("classDown"));
    m_merge->setObjectName(QStringLiteral("classMerge"));
    m_merge->setToolTip(tr("Samples of the chosen classes get the one that has most of them"));
    m_delete->setObjectName(QStringLiteral("classDelete"));
    m_delete->setToolTip(tr("The samples stay and lose this label"));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addStretch(1);
    row->addWidget(m_delete);
    row->addWidget(m_merge);
    layout->addLayout(row);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_merge, &QPushButton::clicked, this, [this] { merge(chosen()); });
    connect(m_delete, &QPushButton::clicked, this, &ClassSheet::remove);
}

void ClassSheet::setClasses(const Dataset &dataset, const std::vector<storage::LabelClass> &classes)
{
    const std::vector<std::int64_t> keep = chosen();
    m_model->setClasses(dataset, classes, m_labeller->canWrite());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (std::ranges::find(keep, m_model->at(row).id) != keep.end()) {
            m_table->selectionModel()->select(m_model->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    showVariants();
}

std::vector<std::int64_t> ClassSheet::chosen() const
{
    std::vector<std::int64_t> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        ids.push_back(m_model->at(index.row()).id);
    }
    return ids;
}

const storage::LabelClass &ClassSheet::largest(const std::vector<std::int64_t> &ids) const
{
    const auto &classes = m_model->classes();
    return *std::ranges::max_element(classes, {}, [&ids](const storage::LabelClass &one) {
        return std::ranges::find(ids, one.id) == ids.end() ? -1 : one.count;
    });
}

void ClassSheet::updateButtons()
{
    const std::vector<std::int64_t> ids = chosen();
    const bool writable = m_labeller->canWrite();
    m_up->setEnabled(writable && ids.size() == 1);
    m_down->setEnabled(writable && ids.size() == 1);
    m_delete->setEnabled(writable && ids.size() == 1);
    m_merge->setEnabled(writable && ids.size() > 1);
    m_merge->setText(ids.size() > 1 ? tr("Merge into %1").arg(QString::fromStdString(largest(ids).name)) : tr("Merge"));
}

void ClassSheet::showVariants()
{
    qDeleteAll(m_variants->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    std::vector<std::string> names;
    for (const storage::LabelClass &one : m_model->classes()) {
        names.push_back(one.name);
    }
    for (const std::vector<std::string> &group : storage::labelVariants(names)) {
        QStringList quoted;
        std::vector<std::int64_t> ids;
        for (const storage::LabelClass &one : m_model->classes()) {
            if (std::ranges::find(group, one.name) != group.end()) {
                quoted << QStringLiteral("\u201c%1\u201d").arg(QString::fromStdString(one.name));
                ids.push_back(one.id);
            }
        }
        auto *row = new QWidget(m_variants);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(
            theme::bodyText(tr("%1 look like spellings of one class.").arg(quoted.join(QStringLiteral(", "))), row), 1);
        auto *button = new QPushButton(tr("Merge them"), row);
        button->setObjectName(QStringLiteral("mergeVariants"));
        button->setEnabled(m_labeller->canWrite());
        connect(button, &QPushButton::clicked, this, [this, ids] { merge(ids); });
        line->addWidget(button);
        m_variants->layout()->addWidget(row);
        row->show();
    }
    m_variants->setVisible(m_variants->layout()->count() > 0);
}

void ClassSheet::merge(const std::vector<std::int64_t> &ids)
{
    if (ids.size() > 1) {
        m_labeller->editClasses(
            [ids, into = largest(ids).id](storage::ClassEditor &editor) { editor.merge(ids, into); });
    }
}

void ClassSheet::remove()
{
    const std::vector<std::int64_t> ids = chosen();
    if (ids.size() == 1) {
        m_labeller->editClasses([id = ids.front()](storage::ClassEditor &editor) { editor.remove(id); });
    }
}

void ClassSheet::move(int rows)
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    const int row = selected.size() == 1 ? selected.front().row() : -1;
    const int target = row + rows;
    if (row >= 0 && target >= 0 && target < m_model->rowCount()) {
        m_labeller->editClasses(
            [id = m_model->at(row).id, target](storage::ClassEditor &editor) { editor.move(id, target); });
    }
}

}  // namespace atlas::widgets
