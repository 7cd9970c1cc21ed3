#include "widgets/try/try_page.h"

#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_list.h"
#include "storage/task_store.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"
#include "widgets/training_service.h"
#include "widgets/try/batch_panel.h"
#include "widgets/try/robustness_panel.h"
#include "widgets/try/sample_panel.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace atlas::widgets {

namespace {

constexpr int kLeastChoice = 220;

/// The finished runs, newest first, with their tasks.
std::vector<TriedRun> readFinished(storage::Connection &connection, const std::filesystem::path &assets)
{
    storage::TaskStore store(connection, assets);
    std::map<std::string, std::optional<Task>> tasks;  // runs have them in common
    storage::ModelRegistry registry(connection);
    std::map<std::string, QStringList> aliases;
    for (const storage::Alias &alias : registry.aliases()) {
        if (const std::optional<RunRecord> run = registry.resolve(alias.name)) {
            aliases[run->uuid] << QString::fromStdString(alias.name);
        }
    }
    std::vector<TriedRun> runs;
    for (RunRecord &run : storage::listRuns(connection)) {
        if (run.status != RunStatus::Finished) {
            continue;
        }
        TriedRun tried;
        for (const std::string &name : run.tasks) {
            const auto [task, added] = tasks.try_emplace(name);
            if (added) {
                task->second = store.find(name);
            }
            if (task->second) {
                tried.tasks.push_back(*task->second);
            }
        }
        tried.aliases = aliases[run.uuid];
        tried.run = std::move(run);
        runs.push_back(std::move(tried));
    }
    return runs;
}

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

}  // namespace

TryPage::TryPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_choice(new QComboBox(m_toolbar)),
      m_export(new QPushButton(tr("Export..."), m_toolbar)), m_tabs(new QTabWidget(this)),
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
    m_choice->setObjectName(QStringLiteral("tryRun"));
    m_choice->setAccessibleName(tr("Run"));
    m_choice->setToolTip(tr("The finished run that answers"));
    m_choice->setMinimumWidth(kLeastChoice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_choice, &QComboBox::activated, this, &TryPage::showRun);
    m_export->setObjectName(QStringLiteral("tryExport"));
    m_export->setToolTip(tr("Writes one task of this run, with all that it answers with, as one file"));
    m_export->setMenu(new QMenu(m_export));
    m_export->menu()->setObjectName(QStringLiteral("tryExportMenu"));
    connect(m_export->menu(), &QMenu::triggered, this,
            [this](const QAction *action) { exportTask(action->data().toString()); });
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_choice, 1);
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
    if (files.isEmpty() || m_runs.empty()) {
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
    return QVariantMap{{QStringLiteral("run"), m_choice->currentData()},
                       {QStringLiteral("tab"), m_tabs->currentIndex()},
                       {QStringLiteral("question"), QVariant::fromValue(m_sample->question())}};
}

void TryPage::goBackTo(const QVariant &place)
{
    const QVariantMap map = place.toMap();
    m_wanted = map.value(QStringLiteral("run")).toString();
    m_tabs->setCurrentIndex(map.value(QStringLiteral("tab")).toInt());
    m_filledIn = map.value(QStringLiteral("question")).value<Question>();
}

void TryPage::sessionChanged(Session *session)
{
    m_runs.clear();
    m_choice->clear();
    m_sample->setSession(session);
    m_robustness->setSession(session);
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, &TryPage::readRuns);
    connect(session, &Session::tasksChanged, this, &TryPage::readRuns);
    showLoading(tr("Reading runs"));
    readRuns();
}

void TryPage::readRuns()
{
    Session *session = this->session();
    if (session == nullptr) {
        return;
    }
    session->read(
        this,
        [assets = session->project().assetFolder()](storage::Connection &connection) {
            return readFinished(connection, assets);
        },
        [this](std::vector<TriedRun> runs) { showRuns(std::move(runs)); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readRuns(); });
        });
}

void TryPage::showRuns(std::vector<TriedRun> runs)
{
    const QString before = m_choice->currentData().toString();
    m_runs = std::move(runs);
    m_choice->clear();
    for (const TriedRun &run : m_runs) {
        const QString names = run.aliases.join(QStringLiteral(", "));
        m_choice->addItem(names.isEmpty() ? run.name()
                                          : tr("%1 (%2)", "run and what it serves as").arg(run.name(), names),
                          run.uuid());
    }
    m_toolbar->setEnabled(!m_runs.empty());
    if (m_runs.empty()) {
        showEmpty({.icon = QStringLiteral("page-try"),
                   .title = tr("No run is finished yet"),
                   .text = tr("Here a trained run answers your own pictures and texts. Train a sequence first."),
                   .primary = tr("Train"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("train")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); }});
        return;
    }
    const QString wanted = m_wanted.isEmpty() ? before : std::exchange(m_wanted, QString());
    // What serves is what people want to try; else the newest.
    const auto serves = std::ranges::find_if(
        m_runs, [](const TriedRun &run) { return run.aliases.contains(QLatin1String(storage::kProduction)); });
    const int usual = serves == m_runs.end() ? 0 : int(serves - m_runs.begin());
    const int found = m_choice->findData(wanted);
    const int index = found < 0 ? usual : found;
    m_choice->setCurrentIndex(index);
    showRun(index);
    if (m_filledIn) {
        m_sample->setQuestion(*std::exchange(m_filledIn, std::nullopt));
    }
    showContent();
}

void TryPage::showRun(int index)
{
    const TriedRun &run = m_runs[std::size_t(index)];
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
    session()->read(
        this, [id = run.run.id](storage::Connection &connection) { return readEffects(connection, id); },
        [this, id = run.run.id](std::vector<AdapterEffect> effects) {
            const auto same = std::ranges::find(m_runs, id, [](const TriedRun &one) { return one.run.id; });
            if (same != m_runs.end()) {
                same->effects = std::move(effects);
                m_sample->setEffects(*same);
            }
        });
}

void TryPage::exportTask(const QString &task)
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export %1").arg(task), task + QStringLiteral(".safetensors"), tr("Task packages (*.safetensors)"));
    if (file.isEmpty()) {
        return;
    }
    Job *job = services().training->exportPackage(m_choice->currentData().toString(), task, file, this);
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
    for (const TriedRun &run : m_runs) {
        if (const Task *found = run.task(task.toStdString())) {
            Q_EMIT openPage(QStringLiteral("data"),
                            QVariantMap{{QStringLiteral("dataset"), QString::fromStdString(found->dataset)},
                                        {QStringLiteral("samples"), QVariantList{sample}},
                                        {QStringLiteral("why"), tr("From the Try page")}});
            return;
        }
    }
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
