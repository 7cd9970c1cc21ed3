#include "widgets/try/try_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "widgets/frame/run_chooser.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"
#include "widgets/training_service.h"
#include "widgets/try/batch_panel.h"
#include "widgets/try/robustness_panel.h"
#include "widgets/try/sample_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {

/// What each adapter does for each task of a run, over all layers.
std::vector<AdapterEffect> readEffects(storage::Connection &connection, std::int64_t run)
{
    std::vector<AdapterEffect> widest;
    for (const AdapterEffect &effect : storage::ResultStore(connection).effects(run)) {
        const auto same = std::ranges::find_if(
            widest, [&](const AdapterEffect &one) { return one.task == effect.task && one.adapter == effect.adapter; });
        if (same == widest.end()) {
            widest.push_back(effect);
        } else if (effect.lastLayer - effect.firstLayer > same->lastLayer - same->firstLayer) {
            *same = effect;
        }
    }
    return widest;
}

/// A run with its tasks and what its adapters do; nothing where it was removed.
std::optional<TriedRun> readTried(storage::Connection &connection, const std::filesystem::path &assets,
                                  const std::string &uuid)
{
    std::optional<RunRecord> run = storage::RunStore(connection).find(uuid);
    if (!run) {
        return std::nullopt;
    }
    TriedRun tried;
    storage::TaskStore store(connection, assets);
    for (const std::string &name : run->tasks) {
        if (std::optional<Task> task = store.find(name)) {
            tried.tasks.push_back(std::move(*task));
        }
    }
    tried.effects = readEffects(connection, run->id);
    tried.run = std::move(*run);
    return tried;
}

}  // namespace

TryPage::TryPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)),
      m_runs(new RunChooser({.wantedUnfinished = false}, RunChooser::Usual::Serving, m_toolbar)),
      m_export(new QPushButton(tr("Export…"), m_toolbar)), m_tabs(new QTabWidget(this)),
      m_sample(new SamplePanel(services.training, this)),
      m_batch(new BatchPanel(services.jobs, services.training, this)),
      m_robustness(new RobustnessPanel(services.jobs, services.training, this))
{
    setObjectName(QStringLiteral("tryPage"));
    makeToolbar();
    m_tabs->setObjectName(QStringLiteral("tryTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_sample, tr("One sample"));
    m_tabs->addTab(m_batch, tr("A whole file"));
    m_tabs->addTab(m_robustness, tr("Robustness"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kMargin);
    layout->addWidget(m_tabs);
    setContent(content);
    connect(m_sample, &SamplePanel::sampleChosen, this, &TryPage::showSample);
    connect(m_robustness, &RobustnessPanel::sampleChosen, this, &TryPage::showSample);
    connect(m_sample, &SamplePanel::failed, this, [this](const QString &message, const QString &hint) {
        showBanner({.role = theme::Role::Caution, .text = message + QLatin1Char(' ') + hint});
    });
    connect(m_sample, &SamplePanel::pausedFor, this, [this](const QString &run) { m_paused = run; });
    if (services.training != nullptr) {
        connect(services.training, &TrainingService::statusChanged, this,
                [this](const QString &run, RunStatus status, const QString &) {
                    if (run == m_paused && status == RunStatus::Paused) {
                        offerToGoOn(run);
                    }
                });
    }
}

void TryPage::makeToolbar()
{
    m_runs->setObjectName(QStringLiteral("tryRun"));
    m_runs->setToolTip(tr("The finished run that answers"));
    connect(m_runs, &RunChooser::chosen, this, [this](const QString &uuid) {
        m_wanted = uuid;
        readRun();
    });
    connect(m_runs, &RunChooser::moreWanted, this, [this] { Q_EMIT openPage(QStringLiteral("compare")); });
    m_export->setObjectName(QStringLiteral("tryExport"));
    m_export->setToolTip(tr("Writes one task of this run, with all that it answers with, as one file"));
    m_export->setMenu(new QMenu(m_export));
    m_export->menu()->setObjectName(QStringLiteral("tryExportMenu"));
    connect(m_export->menu(), &QMenu::triggered, this,
            [this](const QAction *action) { exportTask(action->data().toString()); });
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_runs, 1);
    row->addStretch(1);
    row->addWidget(m_export);
}

void TryPage::open(const QVariant &argument)
{
    if (argument.canConvert<QString>() && !argument.toString().isEmpty()) {
        m_wanted = argument.toString();
        readRuns();
    }
}

QList<QPair<QString, QString>> TryPage::keys() const
{
    return {{tr("Ctrl+Enter"), tr("Lets the run answer the sample")},
            {tr("Ctrl+V"), tr("Pastes a picture where the focus is")}};
}

bool TryPage::dropped(const QStringList &files)
{
    if (files.isEmpty() || m_run.empty()) {
        return false;
    }
    if (m_batch->setFile(files.front())) {
        m_tabs->setCurrentWidget(m_batch);
        return true;
    }
    if (m_sample->dropped(files)) {
        m_tabs->setCurrentWidget(m_sample);
        return true;
    }
    return false;
}

QVariant TryPage::place() const
{
    return QVariantMap{{QStringLiteral("run"), m_wanted},
                       {QStringLiteral("tab"), m_tabs->currentIndex()},
                       {QStringLiteral("question"), QVariant::fromValue(m_sample->question())}};
}

void TryPage::goBackTo(const QVariant &place)
{
    const QVariantMap map = place.toMap();
    m_wanted = map.value(QStringLiteral("run")).toString();
    m_tabs->setCurrentIndex(map.value(QStringLiteral("tab")).toInt());
    m_filledIn = map.value(QStringLiteral("question")).value<Question>();
    readRuns();
}

void TryPage::sessionChanged(Session *session)
{
    m_runs->forget();
    m_run = {};
    m_wanted.clear();
    ++m_reading;
    m_sample->setSession(session);
    m_robustness->setSession(session);
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, &TryPage::readRuns);
    connect(session, &Session::tasksChanged, this, &TryPage::readRuns);
    showLoading(tr("Reading runs…"));
    readRuns();
}

void TryPage::readRuns()
{
    if (session() == nullptr) {
        return;
    }
    m_runs->read(
        session(), m_wanted, [this](const storage::RunChoices &choices) { showRuns(!choices.runs.empty()); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readRuns(); });
        });
}

void TryPage::showRuns(bool any)
{
    m_toolbar->setEnabled(any);
    if (!any) {
        showEmpty({.icon = QStringLiteral("page-try"),
                   .title = tr("No run is finished yet"),
                   .text = tr("Here a trained run answers your own pictures and texts. Train a sequence first."),
                   .primary = tr("Train"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("train")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); }});
        return;
    }
    m_wanted = m_runs->run();
    readRun();
}

void TryPage::readRun()
{
    session()->read(
        this,
        [uuid = m_wanted.toStdString(), assets = session()->project().assetFolder()](storage::Connection &connection) {
            return readTried(connection, assets, uuid);
        },
        [this, ticket = ++m_reading](const std::optional<TriedRun> &run) {
            if (ticket == m_reading && run) {
                showRun(*run);
            }
        },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readRuns(); });
        });
}

void TryPage::showRun(const TriedRun &run)
{
    m_run = run;
    m_sample->setRun(run);
    m_batch->setRun(run);
    m_robustness->setRun(run);
    m_export->menu()->clear();
    for (const Task &task : run.tasks) {
        const QString name = QString::fromStdString(task.name);
        // An ampersand in a name is no key.
        m_export->menu()->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")))->setData(name);
    }
    m_export->setEnabled(services().training != nullptr && !run.tasks.empty());
    if (m_filledIn) {
        m_sample->setQuestion(*std::exchange(m_filledIn, std::nullopt));
    }
    showContent();
}

void TryPage::exportTask(const QString &task)
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export %1").arg(task), task + QStringLiteral(".safetensors"), tr("Task packages (*.safetensors)"));
    if (file.isEmpty()) {
        return;
    }
    Job *job = services().training->exportPackage(m_run.uuid(), task, file, this);
    connect(job, &Job::finished, this, [this, task, file] {
        showBanner(
            {.role = theme::Role::Good, .text = tr("%1 stands in %2.").arg(task, QDir::toNativeSeparators(file))});
    });
    if (services().jobs != nullptr) {
        services().jobs->add(job);
    }
}

void TryPage::showSample(qint64 sample, const QString &task)
{
    session()->read(
        this,
        [name = task.toStdString(), assets = session()->project().assetFolder()](storage::Connection &connection) {
            return storage::TaskStore(connection, assets).find(name);
        },
        [this, sample](const std::optional<Task> &found) {
            if (found) {
                Q_EMIT openPage(QStringLiteral("data"),
                                QVariantMap{{QStringLiteral("dataset"), QString::fromStdString(found->dataset)},
                                            {QStringLiteral("samples"), QVariantList{sample}},
                                            {QStringLiteral("why"), tr("From the Try page")}});
            }
        });
}

void TryPage::offerToGoOn(const QString &run)
{
    m_paused.clear();
    showBanner({.role = theme::Role::Neutral,
                .text = tr("The training is paused."),
                .action = tr("Go on training"),
                .onAction = [this, run] {
                    services().training->resume(run);
                    hideBanner();
                }});
}

}  // namespace atlas::widgets
