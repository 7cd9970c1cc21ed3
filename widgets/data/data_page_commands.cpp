// What the data page starts: imports, tasks, new classes; and its keys.

#include "storage/class_editor.h"
#include "widgets/charts/format.h"
#include "widgets/data/class_sheet.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/import_runner.h"
#include "widgets/data/import_sheet.h"
#include "widgets/data/labeller.h"
#include "widgets/data/problem_list.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/quality_review.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"
#include "widgets/data/task_sheet.h"
#include "widgets/frame/sheet.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr QSize kImportSheet(1080, 720);
constexpr QSize kTaskSheet(560, 760);
constexpr QSize kProblemSheet(960, 560);
constexpr QSize kClassSheet(560, 560);
}  // namespace

void DataPage::addCommands()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto function) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, function);
        addAction(action);
        return action;
    };
    add(QStringLiteral("undo"), tr("Undo"), QKeySequence::Undo, [this] { m_labeller->undo(); });
    QAction *redo = add(QStringLiteral("redo"), tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                        [this] { m_labeller->redo(); });
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    add(QStringLiteral("import"), tr("Import a folder"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { chooseSource(true); });
    add(QStringLiteral("filter"), tr("Filter"), QKeySequence(Qt::Key_Slash), [this] { m_filter->focusField(); });
    add(QStringLiteral("quality"), tr("Quality: what is odd, and what to do"), QKeySequence(Qt::ALT | Qt::Key_Q),
        [this] { m_toolbar->setQualityShown(!m_quality->panel()->isVisible()); });
    add(QStringLiteral("nextFinding"), tr("Next finding"), QKeySequence(Qt::CTRL | Qt::Key_Down),
        [this] { m_quality->panel()->go(1); });
    add(QStringLiteral("previousFinding"), tr("Previous finding"), QKeySequence(Qt::CTRL | Qt::Key_Up),
        [this] { m_quality->panel()->go(-1); });
    m_toolbar->menu()->addAction(add(QStringLiteral("classes"), tr("Classes: rename, merge, delete, choose keys"),
                                     QKeySequence(), [this] { manageClasses(); }));
    add(QStringLiteral("remove"), tr("Remove the chosen samples from the dataset"), QKeySequence::Delete,
        [this] { removeChosen(); });
    add(QStringLiteral("task"), tr("Make a task"), QKeySequence(), [this] { makeTask(); });
    add(QStringLiteral("escape"), tr("Close what is open, then clear the choice"), QKeySequence(Qt::Key_Escape),
        [this] {
            if (m_sheet) {
                m_sheet->close();
            } else if (!m_browser->closeLoupe()) {
                m_opinion->active() ? m_opinion->leave() : m_browser->clearChoice();
            }
        });
}

QList<QPair<QString, QString>> DataPage::keys() const
{
    return {{tr("1 – 9"), tr("Give one of the first nine labels and go on")},
            {tr("C, E, G …"), tr("Give the label whose button shows the letter")},
            {QStringLiteral("U"), tr("Take the label away")},
            {QStringLiteral("V"), tr("Mark as verified")},
            {QStringLiteral("F"), tr("Flag as disputed")},
            {QStringLiteral("0"), tr("Skip")},
            {QStringLiteral("N"), tr("Write a note")},
            {tr("Enter"), tr("Take the suggestion, or the first fix of the finding; with Shift the second")},
            {tr("Del"), tr("Remove the chosen samples from the dataset; the files stay")},
            {QStringLiteral("Ctrl+Z, Ctrl+Shift+Z"), tr("Take back and do again, without limit")},
            {tr("Space"), tr("Loupe: one sample over the whole page, and back")},
            {QStringLiteral("B"), tr("Loupe: blink between the two pictures of a pair")},
            {tr("+, −, Home"), tr("Map: nearer, farther, everything; its arrows go to the nearest sample that way")},
            {tr("Arrows, A, D"), tr("Move; with Shift or Ctrl choose several")},
            {QStringLiteral("Ctrl+A"), tr("Choose all")}};
}

QVariant DataPage::place() const
{
    return QVariantMap{{QStringLiteral("dataset"), QString::fromStdString(m_dataset.name)},
                       {QStringLiteral("filter"), m_filter->text()},
                       {QStringLiteral("sample"), m_model->idAt(m_browser->currentRow())}};
}

void DataPage::goBackTo(const QVariant &place)
{
    m_wantedSample = place.toMap().value(QStringLiteral("sample")).toLongLong();
    open(place);
}

void DataPage::open(const QVariant &argument)
{
    if (argument.metaType() == QMetaType::fromType<QString>()) {
        m_filter->setText(argument.toString());
        return;
    }
    const QVariantMap wanted = argument.toMap();
    hideBanner();  // what it told of may not be what is shown now
    m_wantedDataset = wanted.value(QStringLiteral("dataset")).toString();
    if (wanted.contains(QStringLiteral("filter"))) {
        m_wantedFilter = wanted.value(QStringLiteral("filter")).toString();
    }
    if (!m_wantedDataset.isEmpty() && !m_datasets.empty()) {
        const bool known = std::ranges::any_of(m_datasets, [this](const Dataset &dataset) {
            return QString::fromStdString(dataset.name) == m_wantedDataset;
        });
        known ? takeDatasets(m_datasets) : readDatasets();  // it may have been made a moment ago
    }
    if (const QVariantList samples = wanted.value(QStringLiteral("samples")).toList(); !samples.isEmpty()) {
        std::vector<std::int64_t> ids;
        for (const QVariant &sample : samples) {
            ids.push_back(sample.toLongLong());
        }
        storage::SampleFilter only;
        only.only = ids;
        m_model->setFilter(only);
        showBanner({.role = theme::Role::Accent,
                    .text = wanted.value(QStringLiteral("why")).toString(),
                    .action = tr("Show all"),
                    .onAction = [this] {
                        hideBanner();
                        m_model->setFilter(m_filter->filter());
                    }});
    }
    if (wanted.value(QStringLiteral("task")).toBool()) {
        m_wantsTask = true;  // made of the classes and counts that are read now
        readClasses();
    }
    const QStringList files = wanted.value(QStringLiteral("import")).toStringList();
    if (!files.isEmpty()) {
        startImport(files);
    }
}

bool DataPage::dropped(const QStringList &files)
{
    if (!session() || session()->readOnly()) {
        showBanner({.role = theme::Role::Caution,
                    .text = tr("This project is opened to read only: nothing can be imported.")});
        return true;
    }
    startImport(files);
    return true;
}

void DataPage::chooseSource(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Import a folder") : tr("Import a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, folder);
    if (!folder) {
        dialog->setNameFilters(importFilters());
    }
    connect(dialog, &QFileDialog::filesSelected, this, &DataPage::startImport);
    dialog->open();
}

void DataPage::startImport(const QStringList &sources)
{
    if (!session() || session()->readOnly() || sources.isEmpty()) {
        return;
    }
    const QList<QStringList> sets = importSets(sources);
    m_waiting.clear();
    for (const QStringList &set : sets.mid(1)) {
        m_waiting << set;
    }
    if (m_sheet) {
        m_sheet->close();
    }
    auto *import = new ImportSheet(session(), sets.first());
    m_sheet = new Sheet(tr("Import"), import, kImportSheet, this);
    const auto next = [this] {
        if (m_sheet) {
            m_sheet->close();
            m_sheet = nullptr;
        }
        startImport(QStringList(m_waiting));
    };
    connect(import, &ImportSheet::cancelled, this, next);
    connect(import, &ImportSheet::importWanted, this, [this, next](const storage::ImportRequest &request) {
        runImport(request);
        next();
    });
}

void DataPage::runImport(const storage::ImportRequest &request)
{
    const QString dataset = QString::fromStdString(request.dataset);
    FunctionJob *job = makeImportJob(*session(), request, this, [this, dataset](const storage::ImportReport &report) {
        showImportResult(dataset, report);
    });
    services().jobs->add(job);
    job->start();
}

void DataPage::showImportResult(const QString &dataset, const storage::ImportReport &report)
{
    const QString done = tr("Imported %1 samples into %2.").arg(format::count(report.imported), dataset);
    if (report.imported == 0) {
        const QString why = report.problems.empty() ? QString() : inWords(report.problems.front().message);
        showBanner({.role = theme::Role::Bad, .text = tr("Nothing was imported. %1").arg(why)});
    }
    if (report.imported > 0 && report.skipped > 0) {
        showBanner({.role = theme::Role::Caution,
                    .text = tr("%1 %2 of %3 rows could not be read.")
                                .arg(done, format::count(report.skipped), format::count(report.read)),
                    .action = tr("Show"),
                    .onAction = [this, report] {
                        auto *list = new ProblemList;
                        list->show(report.problems);
                        m_sheet = new Sheet(tr("What could not be read"), list, kProblemSheet, this);
                    }});
    } else if (report.imported > 0) {
        showBanner({.role = theme::Role::Good, .text = done});
    }
    if (report.imported > 0 && session()) {
        m_wantedDataset = dataset;
        Q_EMIT session()->datasetsChanged();
    }
}

void DataPage::addClass(const QString &name)
{
    if (m_model->ids(m_browser->chosenRows()).empty()) {
        m_labeller->editClasses([text = name.toStdString()](storage::ClassEditor &editor) { editor.add(text); });
    } else {
        label(name.toStdString());  // who makes a class has a sample before the eyes that it is for
    }
}

void DataPage::manageClasses()
{
    if (!session() || m_dataset.id == 0 || m_sheet) {
        return;
    }
    m_classSheet = new ClassSheet(m_labeller, &m_colours);
    m_classSheet->setClasses(m_dataset, m_classes);
    m_sheet =
        new Sheet(tr("Classes of %1").arg(QString::fromStdString(m_dataset.name)), m_classSheet, kClassSheet, this);
}

void DataPage::removeChosen()
{
    if (mayWrite()) {
        m_labeller->remove(m_model->ids(m_browser->chosenRows()));
    }
}

void DataPage::makeTask()
{
    if (!session() || m_dataset.id == 0 || m_sheet) {
        return;
    }
    auto *task = new TaskSheet(session(), m_dataset, m_classes, m_filter->text());
    m_sheet = new Sheet(tr("Make a task"), task, kTaskSheet, this);
    connect(task, &TaskSheet::cancelled, m_sheet, &Sheet::close);
    connect(task, &TaskSheet::made, this, [this](const Task &made) {
        if (m_sheet) {
            m_sheet->close();
        }
        const QString name = QString::fromStdString(made.name);
        showBanner({.role = theme::Role::Good,
                    .text = tr("Made the task \"%1\": %2 samples for training, %3 for validation, %4 for the test.")
                                .arg(name, format::count(made.trainCount), format::count(made.validationCount),
                                     format::count(made.testCount)),
                    .action = tr("Put it into a sequence"),
                    .onAction = [this, name] { Q_EMIT openPage(QStringLiteral("sequence"), name); }});
    });
}

}  // namespace atlas::widgets
