#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_export.h"
#include "widgets/compare/column_chooser.h"
#include "widgets/compare/compare_bar.h"
#include "widgets/compare/compare_model.h"
#include "widgets/compare/compare_page.h"
#include "widgets/compare/run_inspector.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/key_list.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/sequence/name_sheet.h"
#include "widgets/session.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace atlas::widgets {

namespace {
constexpr QSize kColumnsSize{420, 520};
constexpr QSize kHelpSize{640, 420};
constexpr QSize kNameSize{420, 180};
}  // namespace

void ComparePage::makeToolbar()
{
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    m_group = new QToolButton(m_toolbar);
    m_group->setObjectName(QStringLiteral("groupBySeed"));
    m_group->setText(tr("Group by seed"));
    m_group->setCheckable(true);
    m_group->setToolTip(tr("One row for runs that differ in their seed alone: mean, spread, number (G)"));
    connect(m_group, &QToolButton::toggled, this, [this](bool grouped) { m_model->setGrouped(grouped); });
    auto *columns = new QToolButton(m_toolbar);
    columns->setObjectName(QStringLiteral("chooseColumns"));
    columns->setText(tr("Columns"));
    columns->setToolTip(tr("Choose what the table shows"));
    connect(columns, &QToolButton::clicked, this, &ComparePage::chooseColumns);
    m_views = new QToolButton(m_toolbar);
    m_views->setObjectName(QStringLiteral("savedViews"));
    m_views->setText(tr("Views"));
    m_views->setToolTip(tr("Filter, columns, order, grouping and baseline under a name"));
    m_views->setPopupMode(QToolButton::InstantPopup);
    m_viewMenu = new QMenu(m_views);
    m_views->setMenu(m_viewMenu);
    m_export = new QPushButton(tr("Export…"), m_toolbar);
    m_export->setObjectName(QStringLiteral("exportRuns"));
    m_export->setToolTip(tr("Write everything that the ticked runs measured to a CSV or JSON file"));
    connect(m_export, &QPushButton::clicked, this, &ComparePage::chooseExport);
    m_decide = new QPushButton(tr("Decide"), m_toolbar);
    m_decide->setObjectName(QStringLiteral("decide"));
    m_decide->setToolTip(tr("Hold the chosen run against targets: go or no-go"));
    theme::makePrimary(m_decide);
    connect(m_decide, &QPushButton::clicked, this, &ComparePage::decide);
    for (QToolButton *button : {m_group, columns, m_views}) {
        button->setAccessibleName(button->text());
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_export);
    row->addWidget(m_decide);
    fillViews({});
}

void ComparePage::addKeys()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto work) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, work);
        addAction(action);
    };
    add(tr("Filter runs"), QKeySequence(Qt::Key_Slash), [this] { m_bar->focusField(); });
    add(tr("Pin the run as baseline"), QKeySequence(Qt::Key_P), [this] { pinChosen(); });
    add(tr("Rename the run"), QKeySequence(Qt::Key_F2), [this] { m_inspector->editName(); });
    add(tr("Group runs by seed"), QKeySequence(Qt::Key_G), [this] { m_group->toggle(); });
    add(tr("Tag the selected runs"), QKeySequence(Qt::Key_T), [this] { m_inspector->editTags(); });
    add(tr("Write a note"), QKeySequence(Qt::Key_N), [this] { m_inspector->editNote(); });
    add(tr("Untick all runs"), QKeySequence(Qt::Key_Escape), [this] { m_model->clearTicks(); });
}

void ComparePage::pinChosen()
{
    const QStringList chosen = m_table->selectedRuns();
    if (chosen.isEmpty()) {
        return;
    }
    // Of a group, all runs are the baseline.
    if (m_model->grouped()) {
        m_model->setTicked(m_model->uuidsOf(m_model->indexOf(chosen.front())), true);
    }
    m_model->setPinned(m_model->pinned() == chosen.front() ? QString() : chosen.front());
}

void ComparePage::showRenamed(qint64 run, const QString &before, const QString &after)
{
    if (before == after) {
        return;
    }
    showBanner({.role = theme::Role::Good,
                .text = tr("The run %1 is called %2 from now on.").arg(before, after),
                .action = tr("Undo"),
                .onAction = [this, run, before] {
                    hideBanner();
                    m_inspector->rename(run, before);
                }});
}

void ComparePage::chooseColumns()
{
    auto *chooser = new ColumnChooser(m_model->scene(), m_model->columns());
    connect(chooser, &ColumnChooser::chosen, this,
            [this](const std::vector<std::string> &ids) { m_model->setColumns(ids); });
    m_sheet = new Sheet(tr("Columns"), chooser, kColumnsSize, this);
    connect(chooser, &ColumnChooser::automaticWanted, m_sheet, [this] {
        m_model->setColumns(std::nullopt);
        m_sheet->close();
    });
}

void ComparePage::showFilterHelp()
{
    QList<KeyHelp> terms;
    for (const RunFilterHelp &help : RunFilter::help()) {
        terms << KeyHelp(QString::fromUtf8(help.example), QCoreApplication::translate("RunFilter", help.text));
    }
    m_sheet = new Sheet(tr("How to write a filter"), new KeyList(terms), kHelpSize, this);
}

QStringList ComparePage::exported() const
{
    QStringList uuids;
    for (const ComparedLine &line : m_model->lines()) {
        uuids << line.uuids;
    }
    return uuids.isEmpty() ? m_selected : uuids;
}

void ComparePage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the compared runs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table for spreadsheets (*.csv)"), tr("Structured (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("csv"));
    });
    dialog->selectFile(tr("compared runs"));
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::exportTo);
    dialog->open();
}

void ComparePage::exportTo(const QString &file)
{
    std::vector<std::int64_t> runs;
    for (const QString &uuid : exported()) {
        runs.push_back(m_model->run(uuid)->id);
    }
    if (runs.empty() || session() == nullptr || services().jobs == nullptr) {
        return;
    }
    auto *job =
        new FunctionJob(tr("Export %n run(s)", nullptr, int(runs.size())),
                        [project = session()->sharedProject(), runs, path = std::filesystem::path(file.toStdString())](
                            Observer &observer, const std::stop_token &stop) {
                            const auto connection = project->connect();
                            storage::exportRuns(*connection, runs, path, observer, stop);
                        });
    connect(job, &Job::finished, this, [this, file] {
        showBanner({.role = theme::Role::Good, .text = tr("The runs were written to %1.").arg(file), .action = {}});
    });
    services().jobs->add(job);
    job->start();
}

void ComparePage::decide()
{
    QString run = m_selected.size() == 1 ? m_selected.front() : QString();
    for (const QString &uuid : m_model->ticked()) {
        // The newest tick that is not what the others are told against.
        run = m_selected.size() != 1 && (run.isEmpty() || uuid != m_model->pinned()) ? uuid : run;
    }
    QStringList question{run.isEmpty() ? m_selected.value(0) : run};
    if (!m_model->pinned().isEmpty() && !question.contains(m_model->pinned())) {
        question << m_model->pinned();
    }
    Q_EMIT openPage(QStringLiteral("decide"), question);
}

RunView ComparePage::view() const
{
    return {.filter = m_bar->text().toStdString(),
            .columns = m_model->chosenColumns(),
            .order = m_model->orderColumn(),
            .descending = m_model->order() == Qt::DescendingOrder,
            .grouped = m_model->grouped(),
            .pinned = m_model->pinned().toStdString()};
}

void ComparePage::setView(const RunView &view)
{
    const bool begun = !m_begun.isEmpty();
    m_model->setColumns(view.columns);
    m_model->setOrder(view.order, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_group->setChecked(view.grouped);
    m_model->setPinned(QString::fromStdString(view.pinned));
    m_bar->setText(QString::fromStdString(view.filter));
    if (begun) {  // what was ticked for a start was of the view before
        m_model->clearTicks();
        m_begins = true;
        begin();
    }
}

void ComparePage::readViews()
{
    session()->read(
        this, [](storage::Connection &connection) { return storage::RunNotes(connection).views(); },
        [this](const std::vector<storage::SavedView> &views) { fillViews(views); });
}

void ComparePage::fillViews(const std::vector<storage::SavedView> &views)
{
    const bool writable = session() != nullptr && !session()->readOnly();
    m_viewMenu->clear();
    for (const storage::SavedView &saved : views) {
        QAction *action = m_viewMenu->addAction(QString::fromStdString(saved.name));
        action->setData(QString::fromStdString(saved.name));
        connect(action, &QAction::triggered, this, [this, json = saved.view] { setView(runViewFromJson(json)); });
    }
    if (views.empty()) {
        m_viewMenu->addAction(tr("No view was saved yet"))->setEnabled(false);
    }
    m_viewMenu->addSeparator();
    connect(m_viewMenu->addAction(tr("Everything, newest first")), &QAction::triggered, this, [this] { setView({}); });
    if (!writable) {
        return;
    }
    connect(m_viewMenu->addAction(tr("Save this view…")), &QAction::triggered, this, &ComparePage::nameView);
    if (!views.empty()) {
        QMenu *remove = m_viewMenu->addMenu(tr("Remove a view"));
        for (const storage::SavedView &saved : views) {
            connect(remove->addAction(QString::fromStdString(saved.name)), &QAction::triggered, this,
                    [this, name = QString::fromStdString(saved.name)] { removeView(name); });
        }
    }
}

void ComparePage::nameView()
{
    auto *asked = new NameSheet(tr("Name of the view"), {}, [](const QString &name) {
        return name.isEmpty() ? tr("A view needs a name.") : QString();
    });
    m_sheet = new Sheet(tr("Save this view"), asked, kNameSize, this);
    connect(asked, &NameSheet::accepted, m_sheet, [this](const QString &name) {
        saveView(name);
        m_sheet->close();
    });
}

void ComparePage::saveView(const QString &name)
{
    changeSaved([saved = storage::SavedView{name.toStdString(), toJson(view())},
                 actor = session()->actor().toStdString()](storage::RunNotes &notes) { notes.saveView(saved, actor); });
}

void ComparePage::removeView(const QString &name)
{
    changeSaved([name = name.toStdString()](storage::RunNotes &notes) { notes.removeView(name); });
}

void ComparePage::changeSaved(std::function<void(storage::RunNotes &)> change)
{
    session()->write(
        this,
        [change = std::move(change)](storage::Connection &connection) {
            storage::RunNotes notes(connection);
            change(notes);
        },
        [this] { readViews(); });
}

}  // namespace atlas::widgets
