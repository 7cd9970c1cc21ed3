#include "widgets/sequence/sequence_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/task_store.h"
#include "widgets/charts/format.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/name_sheet.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace atlas::widgets {

namespace {

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
    for (QWidget *editing :
         {static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_rename), static_cast<QWidget *>(m_paletteArea)}) {
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
        showEmpty(
            {.icon = QStringLiteral("page-sequence"),
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
    m_title->setText(order.isEmpty()
                         ? tr("%1 has no tasks yet").arg(m_current)
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
        m_undo->push(
            new SequenceCommand(tr("Rename %1").arg(m_current), current(), {name, current().tasks},
                                [this](const SequenceState &from, const SequenceState &to) { apply(from, to); }));
    }
}

void SequencePage::change(const QString &what, const QStringList &tasks)
{
    if (tasks != current().tasks && session() != nullptr && !session()->readOnly()) {
        m_undo->push(
            new SequenceCommand(what, current(), {m_current, tasks},
                                [this](const SequenceState &from, const SequenceState &to) { apply(from, to); }));
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
