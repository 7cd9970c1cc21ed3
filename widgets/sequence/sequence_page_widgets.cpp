#include "widgets/sequence/sequence_page.h"

#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/task_card_delegate.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"
#include "widgets/sequence/task_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
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
        look();
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
    m_sandbox->setObjectName(QStringLiteral("sequenceSandbox"));
    m_sandbox->setToolTip(tr("A sampled copy of the whole sequence, for a pilot"));
    connect(m_sandbox, &QPushButton::clicked, this, &SequencePage::askSandbox);
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
    row->addWidget(m_sandbox);
    row->addStretch();
    row->addWidget(m_train);
}

void SequencePage::makeInspector()
{
    auto *inside = new QWidget;
    m_facts = new FactList(inside);
    m_facts->setObjectName(QStringLiteral("sequenceFacts"));
    m_panel = new TaskPanel(inside);
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    rows->setSpacing(theme::kGap);
    rows->addWidget(theme::groupTitle(tr("Sequence"), inside));
    rows->addWidget(m_facts);
    rows->addSpacing(theme::kMargin);
    rows->addWidget(theme::groupTitle(tr("Chosen task"), inside));
    rows->addWidget(m_panel);
    rows->addStretch();
    auto *scroll = theme::scrolled(inside, m_inspector);
    scroll->setAccessibleName(tr("Chosen task"));
    auto *layout = new QVBoxLayout(m_inspector);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_panel, &TaskPanel::roleChosen, this, &SequencePage::setRole);
    connect(m_panel, &TaskPanel::metricChosen, this, &SequencePage::setMetric);
    connect(m_panel, &TaskPanel::versionWanted, this, &SequencePage::askVersion);
    connect(m_panel, &TaskPanel::makeAgainWanted, this, &SequencePage::makeAgain);
    connect(m_panel, &TaskPanel::makeTaskWanted, this, &SequencePage::makeTask);
    connect(m_panel, &TaskPanel::renameWanted, this, &SequencePage::askTaskName);
    connect(m_panel, &TaskPanel::removeWanted, this, &SequencePage::removeTask);
    connect(m_panel, &TaskPanel::samplesWanted, this,
            [this](const QVariantMap &argument) { Q_EMIT openPage(QStringLiteral("data"), argument); });
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
    paletteLayout->addWidget(theme::caption(
        tr("Not in the sequence: drag a task down, or double-click it; dashed cards are datasets without a task"),
        m_paletteArea));
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
        if (m_paletteView->currentIndex().data(TaskListModel::FactsRole).value<TaskFacts>().datasetOnly) {
            makeTask(task);
            return;
        }
        if (!m_order->names().contains(task)) {
            change(tr("Add %1").arg(task), m_order->names() << task);
            m_orderView->choose(task);
        }
    };
    connect(m_palette, &TaskListModel::dropped, this, take);
    connect(m_orderView, &TaskListView::removeRequested, this, take);
    connect(m_orderView, &TaskListView::moveRequested, this, &SequencePage::move);
    connect(m_orderView, &TaskListView::roleRequested, this,
            [this](const QString &task) { setRole(task, !current().upstream.contains(task)); });
    connect(m_paletteView, &TaskListView::addRequested, this, add);
    connect(m_paletteView, &QListView::doubleClicked, this,
            [add](const QModelIndex &index) { add(index.data().toString()); });
    for (TaskListView *view : {m_orderView, m_paletteView}) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, view] {
            m_chosenIn = view->currentIndex().isValid() ? view : m_chosenIn;
            showTask();
        });
        connect(view, &QListView::pressed, this, [this, view] {
            m_chosenIn = view;
            showTask();
        });
        connect(view, &TaskListView::menuRequested, this, [this, view](const QString &task, const QPoint &at) {
            m_chosenIn = view;
            showTask();
            showMenu(task, at);
        });
    }

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_paletteArea);
    layout->addWidget(m_title);
    layout->addWidget(
        theme::caption(tr("Drag cards, or move the chosen one with Ctrl+Left and Ctrl+Right; R changes its "
                          "role; Delete takes it out"),
                       content));
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
