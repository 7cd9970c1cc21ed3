// What the sequence page does with tasks: roles, versions, sandbox copies, names, metrics, removal.

#include "widgets/sentence_words.h"
#include "widgets/sequence/sequence_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/name_sheet.h"
#include "widgets/sequence/sandbox_sheet.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"
#include "widgets/session.h"

#include <QMenu>
#include <QUndoStack>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr QSize kNameSheet{420, 190};
constexpr QSize kVersionSheet{480, 330};
constexpr QSize kSandboxSheet{480, 330};

}  // namespace

bool SequencePage::mayWrite() const
{
    return session() != nullptr && !session()->readOnly();
}

void SequencePage::write(std::function<void(storage::TaskStore &)> job, std::function<void()> done)
{
    if (session() == nullptr) {
        return;
    }
    ++m_writes;
    const auto written = [this] {
        if (--m_writes == 0 && session() != nullptr) {
            if (std::exchange(m_tasksWritten, false)) {
                Q_EMIT session()->tasksChanged();
            }
            Q_EMIT session()->sequencesChanged();
        }
    };
    session()->write(
        this,
        [job = std::move(job), assets = session()->project().assetFolder()](storage::Connection &connection) {
            storage::TaskStore store(connection, assets);
            job(store);
        },
        [done = std::move(done), written] {
            if (done) {
                done();
            }
            written();
        },
        [this, written](const Error &error) {
            m_undo->clear();  // what the steps stand on was not kept
            showBanner({.role = theme::Role::Bad, .text = inWords(error), .action = {}});
            written();
        });
}

void SequencePage::showMenu(const QString &task, const QPoint &at)
{
    const TaskFacts facts = chosen();
    if (facts.name() != task || !mayWrite()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("taskMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (facts.datasetOnly) {
        menu->addAction(tr("Make a task"), this, [this, task] { makeTask(task); });
    } else {
        if (current().tasks.contains(task)) {
            menu->addAction(
                facts.upstream ? tr("Make it downstream: it is judged") : tr("Make it upstream: later ones reuse it"),
                QKeySequence(Qt::Key_R), this, [this, task, upstream = !facts.upstream] { setRole(task, upstream); });
            menu->addSeparator();
        }
        QAction *version = menu->addAction(tr("Make the next version…"), this, [this, task] { askVersion(task); });
        version->setEnabled(facts.details.sandboxOf.empty());
        menu->addAction(tr("Rename…"), this, [this, task] { askTaskName(task); });
        menu->addAction(tr("Remove"), this, [this, task] { removeTask(task); });
    }
    menu->popup(at);
}

void SequencePage::setRole(const QString &task, bool upstream)
{
    SequenceState to = current();
    to.upstream.removeAll(task);
    if (upstream) {
        to.upstream << task;
    }
    // In learning order, as they are stored.
    std::sort(to.upstream.begin(), to.upstream.end(),
              [&](const QString &a, const QString &b) { return to.tasks.indexOf(a) < to.tasks.indexOf(b); });
    change(upstream ? tr("Make %1 upstream").arg(task) : tr("Make %1 downstream").arg(task), to);
}

void SequencePage::askVersion(const QString &task)
{
    const TaskFacts *facts = find(task);
    if (facts == nullptr || !mayWrite()) {
        return;
    }
    auto *content = new NextVersionSheet(*facts, current().tasks.contains(task));
    auto *sheet = new Sheet(tr("The next version of %1").arg(task), content, kVersionSheet, this);
    connect(content, &NextVersionSheet::cancelled, sheet, &Sheet::close);
    connect(content, &NextVersionSheet::accepted, sheet, [this, sheet, facts = *facts](VersionPlace place) {
        sheet->close();
        takeVersion(facts, place);
    });
}

void SequencePage::takeVersion(const TaskFacts &task, VersionPlace place)
{
    const std::string newest = task.news.newest.empty() ? task.task.name : task.news.newest;
    if (newest != task.task.name) {
        putVersion(task.name(), QString::fromStdString(newest), place);
        return;
    }
    const auto made = std::make_shared<TaskFacts>();
    m_tasksWritten = true;
    write(
        [made, newest](storage::TaskStore &store) {
            made->task = store.addVersion(newest);
            made->details = store.details(made->task.name);
        },
        [this, made, old = task.name(), place] {
            m_data.tasks.push_back(*made);
            putVersion(old, made->name(), place);
            showBanner(
                {.role = theme::Role::Good,
                 .text =
                     tr("Made %1: %n sample(s) for training.", nullptr, int(made->task.trainCount)).arg(made->name()),
                 .action = {}});
        });
}

void SequencePage::putVersion(const QString &task, const QString &version, VersionPlace place)
{
    SequenceState to = current();
    const auto at = to.tasks.indexOf(task);
    if (place == VersionPlace::Outside || at < 0 || to.tasks.contains(version)) {
        refresh();
        m_paletteView->choose(version);
        return;
    }
    const bool upstream = to.upstream.contains(task);
    if (place == VersionPlace::Instead) {
        to.tasks.replace(at, version);
        to.upstream.removeAll(task);
    } else {
        to.tasks.insert(at + 1, version);
    }
    if (upstream) {
        to.upstream << version;
    }
    change(tr("Take %1").arg(version), to);
    m_orderView->choose(version);
}

void SequencePage::askSandbox()
{
    if (!mayWrite()) {
        return;
    }
    auto *content = new SandboxSheet(m_current, m_order->tasks());
    auto *sheet = new Sheet(tr("A sandbox copy of %1").arg(m_current), content, kSandboxSheet, this);
    connect(content, &SandboxSheet::cancelled, sheet, &Sheet::close);
    connect(content, &SandboxSheet::accepted, sheet, [this, sheet](const storage::SandboxRequest &request) {
        sheet->close();
        makeSandbox(request);
    });
}

void SequencePage::makeSandbox(const storage::SandboxRequest &request)
{
    const auto made = std::make_shared<TaskSequence>();
    m_tasksWritten = true;
    write([made, request](storage::TaskStore &store) { *made = store.sandbox(request); },
          [this, made] {
              m_current = QString::fromStdString(made->name);
              QStringList tasks;
              for (const std::string &task : made->tasks) {
                  tasks << QString::fromStdString(task);
              }
              m_states[m_current] = {.name = m_current, .tasks = tasks, .upstream = {}};  // roles come with the reading
              showBanner(
                  {.role = theme::Role::Good,
                   .text =
                       tr("Made %1 with %n task(s), for trying things out.", nullptr, int(tasks.size())).arg(m_current),
                   .action = tr("Train it"),
                   .onAction = [this] { Q_EMIT openPage(QStringLiteral("train"), m_current); }});
          });
}

void SequencePage::makeAgain(const QString &task)
{
    if (const TaskFacts *facts = find(task)) {
        Q_EMIT openPage(QStringLiteral("data"),
                        QVariantMap{{QStringLiteral("dataset"), QString::fromStdString(facts->task.dataset)},
                                    {QStringLiteral("filter"), QString::fromStdString(facts->details.filter)},
                                    {QStringLiteral("task"), true}});
    }
}

void SequencePage::makeTask(const QString &dataset)
{
    Q_EMIT openPage(QStringLiteral("data"),
                    QVariantMap{{QStringLiteral("dataset"), dataset}, {QStringLiteral("task"), true}});
}

void SequencePage::setMetric(const QString &task, const QString &metric)
{
    const TaskFacts *facts = find(task);
    if (facts == nullptr || !mayWrite() || facts->task.metric == metric.toStdString()) {
        return;
    }
    const QString before = QString::fromStdString(facts->task.metric);
    m_undo->push(new TaskCommand(
        tr("Measure %1 by %2").arg(task, metricTitle(metric.toStdString())),
        [this, task, metric] { writeMetric(task, metric); }, [this, task, before] { writeMetric(task, before); }));
}

void SequencePage::writeMetric(const QString &task, const QString &metric)
{
    if (TaskFacts *facts = find(task)) {
        facts->task.metric = metric.toStdString();
    }
    refresh();
    m_tasksWritten = true;
    write([task = task.toStdString(), metric = metric.toStdString()](storage::TaskStore &store) {
        store.setMetric(task, metric);
    });
}

void SequencePage::askTaskName(const QString &task)
{
    const TaskFacts *facts = find(task);
    if (facts == nullptr || !mayWrite()) {
        return;
    }
    if (!facts->details.runs.empty()) {
        showBanner({.role = theme::Role::Caution,
                    .text = tr("%1 keeps its name: the run %2 uses it.")
                                .arg(task, QString::fromStdString(facts->details.runs.front())),
                    .action = {}});
        return;
    }
    auto *content = new NameSheet(tr("Name"), task, [this, task](const QString &name) -> QString {
        if (name.isEmpty()) {
            return tr("Give it a name.");
        }
        return name != task && find(name) != nullptr ? tr("There is a task of that name.") : QString();
    });
    auto *sheet = new Sheet(tr("Rename %1").arg(task), content, kNameSheet, this);
    connect(content, &NameSheet::accepted, sheet, [this, sheet, task](const QString &name) {
        sheet->close();
        if (name != task) {
            m_undo->push(new TaskCommand(
                tr("Rename %1").arg(task), [this, task, name] { renameTask(task, name); },
                [this, task, name] { renameTask(name, task); }));
        }
    });
}

void SequencePage::renameTask(const QString &from, const QString &to)
{
    // Steps below this one on the stack know the old name, which it has again by the time they are taken back.
    if (TaskFacts *facts = find(from)) {
        facts->task.name = to.toStdString();
        facts->looked = false;
    }
    for (auto &[name, state] : m_states) {
        std::replace(state.tasks.begin(), state.tasks.end(), from, to);
        std::replace(state.upstream.begin(), state.upstream.end(), from, to);
    }
    refresh();
    m_orderView->choose(to);
    m_tasksWritten = true;
    write([from = from.toStdString(), to = to.toStdString()](storage::TaskStore &store) { store.rename(from, to); });
}

QString SequencePage::whyItStays(const TaskFacts &task) const
{
    for (const auto &[name, state] : m_states) {
        if (state.tasks.contains(task.name())) {
            return tr("%1 stands in the sequence %2: take it out first.").arg(task.name(), name);
        }
    }
    if (!task.details.runs.empty()) {
        return tr("%1 stays: the results of the run %2 would lose their meaning.")
            .arg(task.name(), QString::fromStdString(task.details.runs.front()));
    }
    for (const TaskFacts &other : m_data.tasks) {
        if (other.task.previous == task.task.name || other.details.sandboxOf == task.task.name) {
            return tr("%1 stays: %2 was made of it. Remove that one first.").arg(task.name(), other.name());
        }
    }
    return {};
}

void SequencePage::removeTask(const QString &task)
{
    const TaskFacts *facts = find(task);
    if (facts == nullptr || !mayWrite()) {
        return;
    }
    if (const QString why = whyItStays(*facts); !why.isEmpty()) {
        showBanner({.role = theme::Role::Caution, .text = why, .action = {}});
        return;
    }
    const auto removed = std::make_shared<storage::RemovedTask>();
    m_undo->push(new TaskCommand(
        tr("Remove %1").arg(task),
        [this, task, removed] {
            std::erase_if(m_data.tasks, [&](const TaskFacts &one) { return !one.datasetOnly && one.name() == task; });
            refresh();
            m_tasksWritten = true;
            write([task = task.toStdString(), removed](storage::TaskStore &store) { *removed = store.remove(task); });
        },
        [this, removed] {
            m_tasksWritten = true;
            write([removed](storage::TaskStore &store) { store.putBack(*removed); });
        }));
    showBanner({.role = theme::Role::Accent,
                .text = tr("Removed the task %1. Its samples and labels stay.").arg(task),
                .action = tr("Undo"),
                .onAction = [this] {
                    hideBanner();
                    m_undo->undo();
                }});
}

}  // namespace atlas::widgets
