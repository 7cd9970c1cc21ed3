#include "widgets/compare/run_inspector.h"

#include "storage/connection.h"
#include "widgets/charts/format.h"
#include "widgets/compare/run_name_field.h"
#include "widgets/frame/flow_layout.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"
#include "widgets/train/run_words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <map>

namespace atlas::widgets {

namespace {
constexpr int kNoteHeight = 84;
constexpr int kMostHistory = 8;
}  // namespace

RunInspector::RunInspector(QWidget *parent)
    : QWidget(parent), m_name(new RunNameField(this)),
      m_hint(theme::caption(tr("Choose a run in the table: here stand what it is, its tags, its note and the ways on "
                               "from it."),
                            this)),
      m_results(new QPushButton(tr("Results"), this)), m_decide(new QPushButton(tr("Decide"), this)),
      m_try(new QPushButton(tr("Try"), this)), m_ways(makeWays()), m_facts(new FactList(this)),
      m_tagsTitle(theme::groupTitle(tr("Tags"), this)), m_chips(new QWidget(this)), m_newTag(new QLineEdit(this)),
      m_noteArea(new QWidget(this)), m_note(new QPlainTextEdit(m_noteArea)),
      m_save(new QPushButton(tr("Keep the note"), m_noteArea)), m_history(theme::caption({}, m_noteArea))
{
    m_hint->setObjectName(QStringLiteral("chooseRun"));
    connect(m_name, &RunNameField::renamed, this, [this](const QString &name) {
        if (m_runs.size() == 1) {
            rename(m_runs.front(), name);
        }
    });
    auto *renames = new QAction(this);  // the page has one for the table
    renames->setShortcut(QKeySequence(Qt::Key_F2));
    renames->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(renames, &QAction::triggered, this, &RunInspector::editName);
    addAction(renames);
    m_chips->setObjectName(QStringLiteral("runTags"));
    new FlowLayout(m_chips, theme::kGap / 2);
    m_newTag->setObjectName(QStringLiteral("newTag"));
    m_newTag->setPlaceholderText(tr("Add a tag, then Enter"));
    m_newTag->setAccessibleName(tr("New tag"));
    m_newTag->setToolTip(tr("One word for the selected runs, to find them by (T)"));
    connect(m_newTag, &QLineEdit::returnPressed, this, &RunInspector::addTag);
    m_note->setObjectName(QStringLiteral("runNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What should be known of this run"));
    m_note->setToolTip(tr("A note of this run; earlier ones are kept below (N)"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(kNoteHeight);
    m_save->setObjectName(QStringLiteral("keepNote"));
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this] { m_save->setEnabled(m_note->toPlainText().trimmed() != m_savedNote); });
    connect(m_save, &QPushButton::clicked, this, &RunInspector::saveNote);
    m_history->setObjectName(QStringLiteral("noteHistory"));
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *note = new QVBoxLayout(m_noteArea);
    note->setContentsMargins(0, 0, 0, 0);
    note->setSpacing(theme::kGap);
    note->addWidget(theme::groupTitle(tr("Note"), m_noteArea));
    note->addWidget(m_note);
    note->addWidget(m_save, 0, Qt::AlignRight);
    note->addWidget(m_history);
    m_noteArea->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_name);
    layout->addWidget(m_hint);
    layout->addWidget(m_ways);
    layout->addWidget(m_facts);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_tagsTitle);
    layout->addWidget(m_chips);
    layout->addWidget(m_newTag);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_noteArea);
    layout->addStretch();
}

QWidget *RunInspector::makeWays()
{
    auto *ways = new QWidget(this);
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    const auto add = [&](QPushButton *button, const char *name, void (RunInspector::*wanted)()) {
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, wanted);
        row->addWidget(button);
    };
    add(m_results, "inspectResults", &RunInspector::resultsWanted);
    add(m_decide, "inspectDecide", &RunInspector::decideWanted);
    add(m_try, "inspectTry", &RunInspector::tryWanted);
    row->addStretch();
    m_results->setToolTip(tr("What this run measured (Enter)"));
    return ways;
}

void RunInspector::showWays(const std::vector<const RunRow *> &runs)
{
    m_hint->setVisible(runs.empty());
    m_ways->setVisible(runs.size() == 1);
    const bool finished = runs.size() == 1 && runs.front()->status == RunStatus::Finished;
    m_decide->setEnabled(finished);
    m_decide->setToolTip(finished ? tr("Hold this run against targets: go or no-go")
                                  : tr("This run is not finished: nothing can be decided on it yet"));
    m_try->setEnabled(finished);
    m_try->setToolTip(finished ? tr("Let this run answer for a sample of yours")
                               : tr("This run is not finished: it cannot be asked yet"));
}

void RunInspector::setSession(Session *session)
{
    m_session = session;
    m_runs.clear();
}

bool RunInspector::writable() const
{
    return m_session && !m_session->readOnly();
}

void RunInspector::setRuns(const std::vector<const RunRow *> &runs, const RunTable &table)
{
    std::vector<std::int64_t> ids;
    for (const RunRow *run : runs) {
        ids.push_back(run->id);
    }
    const bool others = ids != m_runs;
    m_runs = std::move(ids);
    m_name->setName(runs.empty()       ? tr("No run is selected")
                    : runs.size() == 1 ? QString::fromStdString(runs.front()->name)
                                       : tr("%n runs are selected", nullptr, int(runs.size())),
                    writable() && runs.size() == 1);
    showWays(runs);
    showFacts(runs, table);
    showTags(runs);
    m_tagsTitle->setVisible(!runs.empty());
    m_newTag->setVisible(writable() && !runs.empty());
    m_noteArea->setVisible(runs.size() == 1);
    m_note->setReadOnly(!writable());
    m_save->setVisible(writable());
    // What is being typed is not taken away by a table that was read again.
    if (runs.size() == 1 && (others || m_note->toPlainText().trimmed() == m_savedNote)) {
        m_savedNote = QString::fromStdString(runs.front()->note);
        m_note->setPlainText(m_savedNote);
        m_save->setEnabled(false);
        readNotes();
    }
}

void RunInspector::showFacts(const std::vector<const RunRow *> &runs, const RunTable &table)
{
    m_facts->clear();
    if (runs.size() != 1) {
        return;
    }
    const RunRow &run = *runs.front();
    m_facts->add(tr("Status"), statusWord(run.status));
    m_facts->add(tr("Strategy"), strategyWord(run.strategy), false, strategyTip(run.strategy));
    m_facts->add(tr("Sequence"), QString::fromStdString(run.sequence));
    QStringList tasks;
    for (const RunRow::TaskScore &task : run.tasks) {
        tasks << QString::fromStdString(table.tasks[task.task]);
    }
    m_facts->add(tr("Tasks"), tasks.join(QStringLiteral(", ")));
    m_facts->add(tr("Seed"), QString::number(run.seed));
    if (!run.origin.empty()) {
        m_facts->add(tr("Goes on from"), QString::fromStdString(run.origin));
    }
    m_facts->add(tr("Started"), run.startedUs > 0 ? format::dateTime(run.startedUs) : tr("not yet"));
    m_facts->addId(tr("Id"), QString::fromStdString(run.uuid));
}

void RunInspector::showTags(const std::vector<const RunRow *> &runs)
{
    std::map<QString, int> tags;
    for (const RunRow *run : runs) {
        for (const std::string &tag : run->tags) {
            ++tags[QString::fromStdString(tag)];
        }
    }
    qDeleteAll(m_chips->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const auto &[tag, count] : tags) {
        auto *chip = new QPushButton(m_chips);
        chip->setObjectName(QStringLiteral("tag:") + tag);
        chip->setText(count == int(runs.size())
                          ? tr("%1 ✕", "a tag with the sign that takes it away").arg(tag)
                          : tr("%1 (%2) ✕", "a tag with how many of the runs carry it").arg(tag, format::count(count)));
        chip->setToolTip(tr("Take the tag %1 from the selected runs").arg(tag));
        chip->setAccessibleName(chip->toolTip());
        chip->setEnabled(writable());
        theme::makeQuiet(chip);
        connect(chip, &QPushButton::clicked, this, [this, tag = tag] { removeTag(tag); });
        m_chips->layout()->addWidget(chip);
    }
    m_chips->setVisible(!tags.empty());
}

void RunInspector::readNotes()
{
    if (!m_session || m_runs.size() != 1) {
        return;
    }
    m_session->read(
        this,
        [run = m_runs.front()](storage::Connection &connection) { return storage::RunNotes(connection).notes(run); },
        [this, runs = m_runs](const std::vector<storage::RunNote> &notes) {
            if (runs == m_runs) {
                showNotes(notes);
            }
        });
}

void RunInspector::showNotes(const std::vector<storage::RunNote> &notes)
{
    QStringList lines;
    for (const storage::RunNote &note : notes) {
        if (lines.size() == kMostHistory) {
            lines << tr("and %n earlier", nullptr, int(notes.size()) - kMostHistory);
            break;
        }
        const QString when = format::dateTime(note.atUs);
        const QString who = QString::fromStdString(note.actor);
        lines << (note.text.empty() ? tr("%1, %2: taken away").arg(when, who)
                                    : tr("%1, %2: %3").arg(when, who, QString::fromStdString(note.text)));
    }
    m_history->setText(lines.join(QLatin1Char('\n')));
    m_history->setVisible(!lines.isEmpty());
}

void RunInspector::editName()
{
    m_name->edit();
}

void RunInspector::rename(std::int64_t run, const QString &name)
{
    if (!writable()) {
        return;
    }
    m_session->write(
        this,
        [run, name = name.toStdString(), actor = m_session->actor().toStdString()](storage::Connection &connection) {
            return storage::RunNotes(connection).rename(run, name, actor);
        },
        [this, run](const storage::NewName &given) {
            Q_EMIT written();
            Q_EMIT m_session->runsChanged();  // other pages name it too
            Q_EMIT renamed(run, QString::fromStdString(given.before), QString::fromStdString(given.after));
        },
        [this](const Error &error) {
            m_name->setProblem(inWords(error.sentence()) + QLatin1Char(' ') + inWords(error.advice()));
        });
}

void RunInspector::editTags()
{
    m_newTag->setFocus(Qt::ShortcutFocusReason);
}

void RunInspector::editNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void RunInspector::addTag()
{
    const QString tag = m_newTag->text().trimmed();
    if (!writable() || tag.isEmpty() || m_runs.empty()) {
        return;
    }
    m_session->write(
        this,
        [runs = m_runs, tag = tag.toStdString()](storage::Connection &connection) {
            storage::RunNotes(connection).addTag(runs, tag);
        },
        [this] {
            m_newTag->clear();
            Q_EMIT written();
        });
}

void RunInspector::removeTag(const QString &tag)
{
    m_session->write(
        this,
        [runs = m_runs, tag = tag.toStdString()](storage::Connection &connection) {
            storage::RunNotes(connection).removeTag(runs, tag);
        },
        [this] { Q_EMIT written(); });
}

void RunInspector::saveNote()
{
    if (!writable() || m_runs.size() != 1) {
        return;
    }
    const QString text = m_note->toPlainText().trimmed();
    m_session->write(
        this,
        [run = m_runs.front(), text = text.toStdString(), actor = m_session->actor().toStdString()](
            storage::Connection &connection) { storage::RunNotes(connection).write(run, text, actor); },
        [this, text] {
            m_savedNote = text;
            m_save->setEnabled(m_note->toPlainText().trimmed() != m_savedNote);
            readNotes();
            Q_EMIT written();
        });
}

}  // namespace atlas::widgets
