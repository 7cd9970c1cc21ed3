#include "widgets/sequence/sequence_page.h"

#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/task_card_delegate.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kPaletteHeight = 84;
}

void SequencePage::makeToolbar()
{
    m_sequences->setObjectName(QStringLiteral("sequenceChooser"));
    m_sequences->setAccessibleName(tr("Sequence"));
    m_sequences->setToolTip(tr("The sequence that is shown"));
    m_sequences->setMinimumWidth(200);
    connect(m_sequences, &QComboBox::activated, this, [this](int index) {
        m_current = m_sequences->itemText(index);
        refresh();
    });
    theme::makeIconButton(m_new, QStringLiteral("list-add"), tr("New sequence"));
    m_new->setObjectName(QStringLiteral("sequenceNew"));
    connect(m_new, &QToolButton::clicked, this,
            [this] { askName(tr("New sequence"), freeName(), [this](const QString &name) { create(name); }); });
    theme::makeIconButton(m_rename, QStringLiteral("edit-rename"), tr("Rename the sequence"));
    m_rename->setObjectName(QStringLiteral("sequenceRename"));
    connect(m_rename, &QToolButton::clicked, this, [this] {
        askName(tr("Rename %1").arg(m_current), m_current, [this](const QString &name) { rename(name); });
    });
    theme::makeIconButton(m_undoButton, QStringLiteral("edit-undo"), tr("Undo"), QStringLiteral("Ctrl+Z"));
    m_undoButton->setObjectName(QStringLiteral("sequenceUndo"));
    m_undoButton->setEnabled(false);
    connect(m_undoButton, &QToolButton::clicked, m_undo, &QUndoStack::undo);
    connect(m_undo, &QUndoStack::canUndoChanged, m_undoButton, &QToolButton::setEnabled);
    m_train->setObjectName(QStringLiteral("sequenceTrain"));
    m_train->setToolTip(tr("To the training of this sequence"));
    theme::makePrimary(m_train);
    connect(m_train, &QPushButton::clicked, this, [this] { Q_EMIT openPage(QStringLiteral("train"), m_current); });

    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_sequences);
    row->addWidget(m_new);
    row->addWidget(m_rename);
    row->addWidget(m_undoButton);
    row->addStretch();
    row->addWidget(m_train);
}

void SequencePage::makeInspector()
{
    m_facts = new FactList(m_inspector);
    m_facts->setObjectName(QStringLiteral("sequenceFacts"));
    m_taskFacts = new FactList(m_inspector);
    m_checks = theme::bodyText({}, m_inspector);
    m_checks->setObjectName(QStringLiteral("taskChecks"));
    auto *layout = new QVBoxLayout(m_inspector);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("Sequence"), m_inspector));
    layout->addWidget(m_facts);
    layout->addSpacing(theme::kMargin);
    layout->addWidget(theme::groupTitle(tr("Chosen task"), m_inspector));
    layout->addWidget(m_taskFacts);
    layout->addWidget(m_checks);
    layout->addStretch();
}

QWidget *SequencePage::makeContent()
{
    auto *content = new QWidget(this);
    m_paletteArea = new QWidget(content);
    m_paletteView = new TaskListView(m_palette, m_paletteArea);
    m_paletteView->setObjectName(QStringLiteral("taskPalette"));
    m_paletteView->setAccessibleName(tr("Tasks that are not in the sequence"));
    m_paletteView->setAccessibleDescription(tr("Every task is in the sequence."));
    m_paletteView->setItemDelegate(new TaskCardDelegate(TaskCardDelegate::Form::Small, m_paletteView));
    m_paletteView->setFixedHeight(kPaletteHeight);
    auto *paletteLayout = new QVBoxLayout(m_paletteArea);
    paletteLayout->setContentsMargins(0, 0, 0, 0);
    paletteLayout->setSpacing(4);
    paletteLayout->addWidget(
        theme::caption(tr("Not in the sequence: drag a task down, or double-click it"), m_paletteArea));
    paletteLayout->addWidget(m_paletteView);

    m_title = theme::pageTitle({}, content);
    m_title->setObjectName(QStringLiteral("sequenceTitle"));
    m_orderView = new TaskListView(m_order, content);
    m_orderView->setObjectName(QStringLiteral("sequenceTasks"));
    m_orderView->setAccessibleName(tr("Tasks in learning order"));
    m_orderView->setAccessibleDescription(tr("Drag tasks here in the order in which they are to be learned."));
    m_orderView->setItemDelegate(new TaskCardDelegate(TaskCardDelegate::Form::Full, m_orderView));
    m_orderView->setWrapping(true);

    connect(m_order, &TaskListModel::dropped, this, [this](const QString &task, int row) {
        change(tr("Move %1").arg(task), orderAfterDrop(m_order->names(), task, row));
        m_orderView->choose(task);
    });
    const auto take = [this](const QString &task) {
        QStringList order = m_order->names();
        if (order.removeOne(task)) {
            change(tr("Take out %1").arg(task), order);
        }
    };
    const auto add = [this](const QString &task) {
        if (!m_order->names().contains(task)) {
            change(tr("Add %1").arg(task), m_order->names() << task);
            m_orderView->choose(task);
        }
    };
    connect(m_palette, &TaskListModel::dropped, this, take);
    connect(m_orderView, &TaskListView::removeRequested, this, take);
    connect(m_orderView, &TaskListView::moveRequested, this, &SequencePage::move);
    connect(m_paletteView, &TaskListView::addRequested, this, add);
    connect(m_paletteView, &QListView::doubleClicked, this,
            [add](const QModelIndex &index) { add(index.data().toString()); });
    for (TaskListView *view : {m_orderView, m_paletteView}) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SequencePage::showTask);
    }

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_paletteArea);
    layout->addWidget(m_title);
    layout->addWidget(theme::caption(
        tr("Drag cards, or move the chosen one with Ctrl+Left and Ctrl+Right; Delete takes it out"), content));
    layout->addWidget(m_orderView, 1);
    return content;
}

void SequencePage::addKeys()
{
    const auto add = [this](QAction *action, const QList<QKeySequence> &keys, const char *name) {
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    };
    add(m_undo->createUndoAction(this, tr("Undo")), {QKeySequence::Undo}, "undoSequence");
    add(m_undo->createRedoAction(this, tr("Redo")),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence::Redo}, "redoSequence");
}

}  // namespace atlas::widgets
