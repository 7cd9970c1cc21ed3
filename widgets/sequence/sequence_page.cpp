#include "widgets/sequence/sequence_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/task_store.h"
#include "widgets/charts/format.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/name_sheet.h"
#include "widgets/sequence/task_card_delegate.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"
#include "widgets/session.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kPaletteHeight = 84;
constexpr QSize kNameSheet{420, 190};

std::vector<std::string> toStrings(const QStringList &names)
{
    std::vector<std::string> out;
    for (const QString &name : names) {
        out.push_back(name.toStdString());
    }
    return out;
}

}  // namespace

SequencePage::SequencePage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_inspector(new QWidget(this)),
      m_sequences(new QComboBox(m_toolbar)), m_new(new QToolButton(m_toolbar)), m_rename(new QToolButton(m_toolbar)),
      m_undoButton(new QToolButton(m_toolbar)), m_train(new QPushButton(tr("Train"), m_toolbar)),
      m_order(new TaskListModel(true, this)), m_palette(new TaskListModel(false, this)), m_undo(new QUndoStack(this))
{
    setObjectName(QStringLiteral("sequencePage"));
    makeToolbar();
    makeInspector();
    setContent(makeContent());
    addKeys();
}

QWidget *SequencePage::toolbar()
{
    return m_toolbar;
}

QWidget *SequencePage::inspector()
{
    return m_inspector;
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
    connect(m_new, &QToolButton::clicked, this, [this] {
        askName(tr("New sequence"), freeName(), [this](const QString &name) { create(name); });
    });
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
    layout->addWidget(
        theme::caption(tr("Drag cards, or move the chosen one with Ctrl+Left and Ctrl+Right; Delete takes it out"),
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
    add(m_undo->createRedoAction(this, tr("Redo")), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence::Redo},
        "redoSequence");
}

void SequencePage::open(const QVariant &argument)
{
    m_wanted = argument.toString();
    m_orderView->choose(m_wanted);
    m_paletteView->choose(m_wanted);
}

QString SequencePage::currentSequence() const
{
    return m_current;
}

SequenceState SequencePage::current() const
{
    const auto state = m_states.find(m_current);
    return {.name = m_current, .tasks = state == m_states.end() ? QStringList() : state->second};
}

void SequencePage::sessionChanged(Session *session)
{
    m_undo->clear();
    m_states.clear();
    m_current.clear();
    m_writes = 0;
    if (session == nullptr) {
        return;
    }
    for (QWidget *editing : {static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_rename),
                             static_cast<QWidget *>(m_paletteArea)}) {
        editing->setEnabled(!session->readOnly());
    }
    for (TaskListView *view : {m_orderView, m_paletteView}) {
        view->setDragDropMode(session->readOnly() ? QAbstractItemView::NoDragDrop : QAbstractItemView::DragDrop);
    }
    connect(session, &Session::tasksChanged, this, &SequencePage::read);
    connect(session, &Session::sequencesChanged, this, &SequencePage::read);
    connect(session, &Session::runsChanged, this, &SequencePage::read);
    showLoading(tr("Reading tasks…"));
    read();
}

void SequencePage::read()
{
    if (session() == nullptr) {
        return;
    }
    session()->read(
        this,
        [assets = session()->project().assetFolder()](storage::Connection &connection) {
            return Data{.tasks = readTaskFacts(connection, assets),
                        .sequences = storage::TaskStore(connection, assets).sequences(),
                        .past = readPastCosts(connection, assets)};
        },
        [this](Data read) { showData(std::move(read)); },
        [this](const Error &error) {
            showError(QString::fromStdString(error.message()), QString::fromStdString(error.hint()),
                      [this] { read(); });
        });
}

void SequencePage::showData(Data read)
{
    m_data = std::move(read);
    if (m_data.tasks.empty()) {
        showEmpty({.icon = QStringLiteral("page-sequence"),
                   .title = tr("There are no tasks yet"),
                   .text = tr("A task is a dataset with its classes and fixed splits. Here tasks are put into the order "
                              "in which they are learned."),
                   .primary = tr("Make a task"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("data")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); },
                   .details = {}});
        return;
    }
    if (m_writes == 0) {
        // Sequences without tasks are not stored: one that was just made here stays until it has some.
        std::erase_if(m_states, [](const auto &state) { return !state.second.isEmpty(); });
        for (const TaskSequence &sequence : m_data.sequences) {
            QStringList tasks;
            for (const std::string &task : sequence.tasks) {
                tasks << QString::fromStdString(task);
            }
            m_states[QString::fromStdString(sequence.name)] = tasks;
        }
    }
    if (!m_states.contains(m_current)) {
        m_current = m_data.sequences.empty() ? QString() : QString::fromStdString(m_data.sequences.back().name);
    }
    if (m_current.isEmpty()) {
        m_current = freeName();
        m_states[m_current] = {};
    }
    refresh();
    open(m_wanted);
    showContent();
}

void SequencePage::refresh()
{
    const QString chosen = m_orderView->currentTask();
    const QStringList order = current().tasks;
    std::vector<TaskFacts> inside;
    std::vector<TaskFacts> outside;
    for (const QString &name : order) {
        const auto found = std::find_if(m_data.tasks.begin(), m_data.tasks.end(),
                                        [&](const TaskFacts &facts) { return facts.name() == name; });
        if (found != m_data.tasks.end()) {
            inside.push_back(*found);
        }
    }
    std::copy_if(m_data.tasks.begin(), m_data.tasks.end(), std::back_inserter(outside),
                 [&](const TaskFacts &facts) { return !order.contains(facts.name()); });
    m_sequences->clear();
    for (const auto &[name, tasks] : m_states) {
        m_sequences->addItem(name);
    }
    m_sequences->setCurrentText(m_current);
    m_paletteArea->setVisible(!outside.empty() || order.isEmpty());
    m_palette->setTasks(std::move(outside));
    m_title->setText(order.isEmpty() ? tr("%1 has no tasks yet").arg(m_current)
                                     : tr("%1 learns %n tasks in this order", nullptr, int(order.size())).arg(m_current));
    m_facts->clear();
    for (const auto &[name, value] : sequenceFacts(inside, m_data.past)) {
        m_facts->add(name, value);
    }
    m_train->setEnabled(!order.isEmpty());
    m_order->setTasks(std::move(inside));
    m_orderView->choose(chosen);
    showTask();
}

void SequencePage::showTask()
{
    const TaskListView *view = m_paletteView->hasFocus() ? m_paletteView : m_orderView;
    const auto found = std::find_if(m_data.tasks.begin(), m_data.tasks.end(),
                                    [&](const TaskFacts &facts) { return facts.name() == view->currentTask(); });
    m_taskFacts->clear();
    m_checks->clear();
    if (found == m_data.tasks.end()) {
        m_taskFacts->add(tr("None"), tr("Choose a card."));
        return;
    }
    const Task &task = found->task;
    m_taskFacts->add(tr("Name"), found->name());
    m_taskFacts->add(tr("Dataset"), QString::fromStdString(task.dataset));
    m_taskFacts->add(tr("Kind"), kindTitle(task.kind));
    m_taskFacts->add(tr("Train"), format::count(task.trainCount));
    m_taskFacts->add(tr("Validation"), format::count(task.validationCount));
    m_taskFacts->add(tr("Test"), format::count(task.testCount));
    m_taskFacts->add(tr("Classes"), format::count(qint64(task.classes.size())));
    if (found->imbalance() > 0) {
        m_taskFacts->add(tr("Largest : smallest"), tr("%1 : 1").arg(format::number(found->imbalance(), 2)));
    }
    QStringList lines;
    for (const TaskCheck &check : found->checks) {
        lines << QStringLiteral("• %1. %2").arg(check.text.left(1).toUpper() + check.text.mid(1), check.advice);
    }
    m_checks->setText(lines.join(QStringLiteral("\n\n")));
}

QString SequencePage::freeName() const
{
    QString name = tr("sequence");
    for (int i = 2; m_states.contains(name); ++i) {
        name = tr("sequence %1").arg(i);
    }
    return name;
}

void SequencePage::askName(const QString &title, const QString &suggestion, std::function<void(QString)> done)
{
    auto *content = new NameSheet(tr("Name"), suggestion, [this](const QString &name) -> QString {
        if (name.isEmpty()) {
            return tr("Give it a name.");
        }
        return m_states.contains(name) && name != m_current ? tr("There is a sequence of that name.") : QString();
    });
    auto *sheet = new Sheet(title, content, kNameSheet, this);
    connect(content, &NameSheet::accepted, sheet, [sheet, done = std::move(done)](const QString &name) {
        sheet->close();
        done(name);
    });
}

void SequencePage::create(const QString &name)
{
    m_states.try_emplace(name);
    m_current = name;
    refresh();
}

void SequencePage::rename(const QString &name)
{
    if (name != m_current) {
        m_undo->push(new SequenceCommand(tr("Rename %1").arg(m_current), current(), {name, current().tasks},
                                         [this](const SequenceState &from, const SequenceState &to) {
                                             apply(from, to);
                                         }));
    }
}

void SequencePage::change(const QString &what, const QStringList &tasks)
{
    if (tasks != current().tasks && session() != nullptr && !session()->readOnly()) {
        m_undo->push(new SequenceCommand(what, current(), {m_current, tasks},
                                         [this](const SequenceState &from, const SequenceState &to) {
                                             apply(from, to);
                                         }));
    }
}

void SequencePage::move(const QString &task, int by)
{
    QStringList order = m_order->names();
    const auto from = order.indexOf(task);
    const auto to = from + by;
    if (from >= 0 && to >= 0 && to < order.size()) {
        order.move(from, to);
        change(tr("Move %1").arg(task), order);
        m_orderView->choose(task);
    }
}

void SequencePage::apply(const SequenceState &from, const SequenceState &to)
{
    if (session() == nullptr) {
        return;
    }
    m_states.erase(from.name);
    m_states[to.name] = to.tasks;
    m_current = to.name;
    refresh();

    ++m_writes;
    const auto written = [this] {
        if (--m_writes == 0 && session() != nullptr) {
            Q_EMIT session()->sequencesChanged();
        }
    };
    session()->write(
        this,
        [from, to, assets = session()->project().assetFolder()](storage::Connection &connection) {
            storage::TaskStore store(connection, assets);
            if (from.name != to.name && store.findSequence(from.name.toStdString())) {
                store.renameSequence(from.name.toStdString(), to.name.toStdString());
            }
            if (to.tasks.isEmpty()) {
                store.removeSequence(to.name.toStdString());
            } else {
                store.setSequence(to.name.toStdString(), toStrings(to.tasks));
            }
        },
        written,
        [this, written](const Error &error) {
            m_undo->clear();  // what the steps stand on was not kept
            showBanner({.role = theme::Role::Bad,
                        .text = QString::fromStdString(error.message() + " " + error.hint()),
                        .action = {}});
            written();
        });
}

}  // namespace atlas::widgets
