#include "widgets/sequence/sequence_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/task_store.h"
#include "widgets/charts/format.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/sequence/name_sheet.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"
#include "widgets/sequence/task_panel.h"
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

QStringList toNames(const std::vector<std::string> &names)
{
    QStringList out;
    for (const std::string &name : names) {
        out << QString::fromStdString(name);
    }
    return out;
}

}  // namespace

SequencePage::SequencePage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_inspector(new QWidget(this)),
      m_sequences(new QComboBox(m_toolbar)), m_new(new QToolButton(m_toolbar)), m_rename(new QToolButton(m_toolbar)),
      m_undoButton(new QToolButton(m_toolbar)), m_sandbox(new QPushButton(tr("Sandbox…"), m_toolbar)),
      m_train(new QPushButton(tr("Train"), m_toolbar)), m_order(new TaskListModel(true, this)),
      m_palette(new TaskListModel(false, this)), m_undo(new QUndoStack(this))
{
    setObjectName(QStringLiteral("sequencePage"));
    makeToolbar();
    makeInspector();
    setContent(makeContent());
    addKeys();
    connect(&m_checker, &TaskChecker::looked, this, [this](const std::shared_ptr<const TaskChecker::Looks> &looks) {
        m_looks = looks;
        refresh();
    });
    connect(&m_checker, &TaskChecker::failed, this, [this](const QString &message, const QString &hint) {
        showBanner({.role = theme::Role::Bad, .text = message + QLatin1Char(' ') + hint, .action = {}});
    });
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

QVariant SequencePage::place() const
{
    return m_current;
}

void SequencePage::goBackTo(const QVariant &place)
{
    m_current = place.toString();  // sequences are being read: it is shown where it is among them
}

QString SequencePage::currentSequence() const
{
    return m_current;
}

SequenceState SequencePage::current() const
{
    const auto state = m_states.find(m_current);
    return state == m_states.end() ? SequenceState{.name = m_current, .tasks = {}, .upstream = {}} : state->second;
}

void SequencePage::sessionChanged(Session *session)
{
    m_undo->clear();
    m_states.clear();
    m_current.clear();
    m_writes = 0;
    m_looks.reset();
    m_checker.setSession(session);
    if (session == nullptr) {
        return;
    }
    for (QWidget *editing : {static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_rename),
                             static_cast<QWidget *>(m_sandbox), static_cast<QWidget *>(m_paletteArea)}) {
        editing->setEnabled(!session->readOnly());
    }
    for (TaskListView *view : {m_orderView, m_paletteView}) {
        view->setDragDropMode(session->readOnly() ? QAbstractItemView::NoDragDrop : QAbstractItemView::DragDrop);
    }
    connect(session, &Session::tasksChanged, this, &SequencePage::read);
    connect(session, &Session::datasetsChanged, this, &SequencePage::read);
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
            storage::TaskStore store(connection, assets);
            Data all{
                .tasks = readTaskFacts(connection, assets), .sequences = {}, .past = readPastCosts(connection, assets)};
            for (const TaskSequence &sequence : store.sequences()) {
                all.sequences.push_back({.name = QString::fromStdString(sequence.name),
                                         .tasks = toNames(sequence.tasks),
                                         .upstream = toNames(store.upstream(sequence.name))});
            }
            return all;
        },
        [this](Data read) { showData(std::move(read)); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { read(); });
        });
}

void SequencePage::showData(Data read)
{
    m_data = std::move(read);
    if (std::all_of(m_data.tasks.begin(), m_data.tasks.end(),
                    [](const TaskFacts &facts) { return facts.datasetOnly; })) {
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
        std::erase_if(m_states, [](const auto &state) { return !state.second.tasks.isEmpty(); });
        for (const SequenceState &sequence : m_data.sequences) {
            m_states[sequence.name] = sequence;
        }
    }
    if (!m_states.contains(m_current)) {
        m_current = m_data.sequences.empty() ? QString() : m_data.sequences.back().name;
    }
    if (m_current.isEmpty()) {
        m_current = freeName();
        m_states[m_current] = {.name = m_current, .tasks = {}, .upstream = {}};
    }
    refresh();
    look();
    open(m_wanted);
    showContent();
}

void SequencePage::look()
{
    const SequenceState now = current();
    m_checker.look({.tasks = toStrings(now.tasks), .upstream = toStrings(now.upstream)});
}

TaskFacts *SequencePage::find(const QString &task)
{
    const auto found = std::find_if(m_data.tasks.begin(), m_data.tasks.end(),
                                    [&](const TaskFacts &facts) { return !facts.datasetOnly && facts.name() == task; });
    return found == m_data.tasks.end() ? nullptr : &*found;
}

void SequencePage::refresh()
{
    const QString inOrder = m_orderView->currentTask();
    const QString inPalette = m_paletteView->currentTask();
    const SequenceState now = current();
    for (TaskFacts &facts : m_data.tasks) {
        facts.upstream = !facts.datasetOnly && now.upstream.contains(facts.name());
        const auto look =
            m_looks && !facts.datasetOnly ? m_looks->find(facts.task.name) : TaskChecker::Looks::const_iterator{};
        if (m_looks && !facts.datasetOnly && look != m_looks->end()) {
            facts.looked = true;
            facts.classCounts = look->second.classCounts;
            facts.checks = look->second.checks;
            facts.news = look->second.news;
        }
    }
    std::vector<TaskFacts> inside;
    std::vector<TaskFacts> outside;
    for (const QString &name : now.tasks) {
        if (const TaskFacts *facts = find(name)) {
            inside.push_back(*facts);
        }
    }
    std::copy_if(m_data.tasks.begin(), m_data.tasks.end(), std::back_inserter(outside),
                 [&](const TaskFacts &facts) { return facts.datasetOnly || !now.tasks.contains(facts.name()); });
    m_sequences->clear();
    for (const auto &[name, state] : m_states) {
        m_sequences->addItem(name);
    }
    m_sequences->setCurrentText(m_current);
    m_paletteArea->setVisible(!outside.empty() || now.tasks.isEmpty());
    m_palette->setTasks(std::move(outside));
    m_title->setText(now.tasks.isEmpty()
                         ? tr("%1 has no tasks yet").arg(m_current)
                         : tr("%1 learns %n tasks in this order", nullptr, int(now.tasks.size())).arg(m_current));
    m_facts->clear();
    for (const auto &[name, value] : sequenceFacts(inside, m_data.past)) {
        m_facts->add(name, value);
    }
    m_train->setEnabled(!now.tasks.isEmpty());
    m_sandbox->setEnabled(!now.tasks.isEmpty() && mayWrite());
    m_order->setTasks(std::move(inside));
    m_orderView->choose(inOrder);
    m_paletteView->choose(inPalette);
    showTask();
}

TaskFacts SequencePage::chosen() const
{
    const TaskListView *view = m_chosenIn != nullptr ? m_chosenIn : m_orderView;
    if (!view->currentIndex().isValid()) {
        view = view == m_orderView ? m_paletteView : m_orderView;
    }
    return view->currentIndex().data(TaskListModel::FactsRole).value<TaskFacts>();
}

void SequencePage::showTask()
{
    const TaskFacts facts = chosen();
    if (facts.name().isEmpty()) {
        m_panel->showNothing();
    } else {
        m_panel->showTask(facts, {.inSequence = !facts.datasetOnly && current().tasks.contains(facts.name()),
                                  .writable = mayWrite()});
    }
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
    m_states.try_emplace(name, SequenceState{.name = name, .tasks = {}, .upstream = {}});
    m_current = name;
    refresh();
    look();
}

void SequencePage::rename(const QString &name)
{
    SequenceState to = current();
    to.name = name;
    change(tr("Rename %1").arg(m_current), to);
}

void SequencePage::change(const QString &what, const QStringList &tasks)
{
    SequenceState to = current();
    to.tasks = tasks;
    to.upstream.removeIf([&](const QString &task) { return !tasks.contains(task); });
    change(what, to);
}

void SequencePage::change(const QString &what, const SequenceState &to)
{
    if (!(to == current()) && mayWrite()) {
        m_undo->push(
            new SequenceCommand(what, current(), to, [this](const SequenceState &before, const SequenceState &after) {
                apply(before, after);
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
    m_states.erase(from.name);
    m_states[to.name] = to;
    m_current = to.name;
    refresh();
    look();
    write([from, to](storage::TaskStore &store) {
        if (from.name != to.name && store.findSequence(from.name.toStdString())) {
            store.renameSequence(from.name.toStdString(), to.name.toStdString());
        }
        if (to.tasks.isEmpty()) {
            store.removeSequence(to.name.toStdString());
        } else {
            store.setSequence(to.name.toStdString(), toStrings(to.tasks), toStrings(to.upstream));
        }
    });
}

}  // namespace atlas::widgets
