#include "widgets/train/train_page.h"

#include "core/files.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_list.h"
#include "storage/task_store.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/sequence/task_checker.h"
#include "widgets/session.h"
#include "widgets/train/decision_list.h"
#include "widgets/train/live_charts.h"
#include "widgets/train/question_card.h"
#include "widgets/train/run_model.h"
#include "widgets/train/run_queue.h"
#include "widgets/train/train_form.h"
#include "widgets/training_service.h"

#include <QApplication>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {
constexpr int kFormWidth = 320;
constexpr int kQueueHeight = 190;
constexpr int kReadMs = 300;
constexpr int kRoomForBoth = 780;  ///< pixels of height from which curves and a question fit below each other

QStringList taskNames(const RunRecord *run)
{
    QStringList names;
    for (const std::string &task : run == nullptr ? std::vector<std::string>() : run->tasks) {
        names << QString::fromStdString(task);
    }
    return names;
}

}  // namespace

TrainPage::TrainPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_runs(new RunModel(&nowUs, this)), m_inspector(new QWidget(this)),
      m_decisions(new DecisionList(DecisionList::Order::NewestFirst,
                                   tr("For each task of the chosen run it will stand here whether earlier adapters "
                                      "were enough or a new one was added, and why."),
                                   m_inspector)),
      m_clock(new QTimer(this)), m_readLater(new QTimer(this)), m_checker(new TaskChecker(this))
{
    setObjectName(QStringLiteral("trainPage"));
    auto *layout = new QVBoxLayout(m_inspector);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->addWidget(m_decisions);

    m_readLater->setSingleShot(true);
    m_readLater->setInterval(kReadMs);
    connect(m_readLater, &QTimer::timeout, this, &TrainPage::readRuns);
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, m_runs, &RunModel::tick);
    setContent(makeContent());
    connect(m_form, &TrainForm::sequenceChosen, this, [this] {
        m_form->setCautions({});
        m_checker->lookAt(QString::fromStdString(m_form->sequence().name));
    });
    connect(m_checker, &TaskChecker::looked, this, [this](const std::shared_ptr<const TaskChecker::Looks> &looks) {
        const QString cautions = cautionsOf(*looks);
        m_form->setCautions(cautions.isEmpty() ? QString() : tr("%1. See the sequence page.").arg(cautions));
    });
    if (services.training != nullptr) {
        connectTraining(services.training);
    }
}

QWidget *TrainPage::makeContent()
{
    m_form = new TrainForm(this);
    m_charts = new LiveCharts(services().training, this);
    m_queue = new RunQueue(m_runs, this);
    auto *formCard = theme::card(this);
    auto *formLayout = new QVBoxLayout(formCard);
    formLayout->setContentsMargins(1, 1, 1, 1);
    formLayout->addWidget(m_form);
    formCard->setMinimumWidth(kFormWidth - 40);
    m_queue->setMinimumHeight(kQueueHeight - 50);
    auto *queueCard = theme::card(this);
    auto *queueLayout = new QVBoxLayout(queueCard);
    queueLayout->setContentsMargins(0, 0, 0, 0);
    queueLayout->addWidget(m_queue);

    auto *right = new CardSplitter(Qt::Vertical, QStringLiteral("trainRowsSplitter"), this);
    right->addWidget(m_charts);
    right->addWidget(queueCard);
    right->setStretchFactor(0, 1);
    right->setSizes({600, kQueueHeight});
    m_question = new QuestionCard(this);
    auto *column = new QWidget(this);
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 0, 0);
    columnLayout->setSpacing(theme::kGap);
    columnLayout->addWidget(m_question);
    columnLayout->addWidget(right, 1);
    auto *content = new CardSplitter(Qt::Horizontal, QStringLiteral("trainSplitter"), this);
    content->addWidget(formCard);
    content->addWidget(column);
    content->setStretchFactor(1, 1);
    content->setSizes({kFormWidth, 900});
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->addWidget(content);

    connect(m_queue, &RunQueue::chosen, this, &TrainPage::choose);
    connect(m_queue, &RunQueue::resultsRequested, this,
            [this](const QString &uuid) { Q_EMIT openPage(QStringLiteral("results"), uuid); });
    return page;
}

void TrainPage::connectTraining(TrainingService *training)
{
    connect(m_form, &TrainForm::train, training,
            [training](const std::vector<RunSpec> &specs) { training->enqueue(specs); });
    connect(m_queue, &RunQueue::pauseRequested, training, &TrainingService::pause);
    connect(m_queue, &RunQueue::cancelRequested, training, &TrainingService::cancel);
    connect(m_queue, &RunQueue::resumeRequested, training, &TrainingService::resume);
    connect(training, &TrainingService::progressed, m_runs, &RunModel::setProgress);
    connect(training, &TrainingService::statusChanged, this,
            [this](const QString &uuid, RunStatus status, const QString &message) {
                m_runs->setStatus(uuid, status, message);
                if (status == RunStatus::Running) {
                    m_started = uuid;  // a new one may not have been read yet
                    m_queue->choose(uuid);
                }
                m_readLater->start();
            });
    connect(m_question, &QuestionCard::answered, training, &TrainingService::answer);
    connect(training, &TrainingService::asked, this, &TrainPage::showQuestion);
    connect(training, &TrainingService::questionClosed, this, [this](const QString &uuid) {
        if (uuid == m_question->runUuid()) {
            withdrawQuestion();
        }
        if (uuid == m_place.value(QStringLiteral("asking")).toString()) {
            m_place.remove(QStringLiteral("asking"));
        }
    });
    connect(training, &TrainingService::decided, this, [this](const QString &uuid) {
        if (uuid == m_queue->currentUuid()) {
            readDecisions();
        }
    });
}

void TrainPage::showQuestion(const QString &uuid, const DecisionRecord &proposal)
{
    const RunRecord *run = m_runs->run(uuid);
    const QString task = taskNames(run).value(proposal.task, tr("task %1").arg(proposal.task + 1));
    m_question->ask(uuid, run == nullptr ? tr("The run") : QString::fromStdString(run->name), task, proposal);
    m_runs->setAsking(uuid, true);
    m_runs->setProgress(uuid, -1, tr("Waiting for your answer: reuse or expand %1?").arg(task));
    m_queue->choose(uuid);
    layColumn();
    showBadge();
    Q_EMIT noticeChanged({.text = m_question->question(), .action = tr("Answer")});
    QApplication::alert(window());
}

void TrainPage::withdrawQuestion()
{
    m_runs->setAsking(m_question->runUuid(), false);
    m_question->withdraw();
    layColumn();
    showBadge();
    Q_EMIT noticeChanged({});
}

void TrainPage::layColumn()
{
    m_charts->setVisible(m_question->runUuid().isEmpty() || height() >= kRoomForBoth);
}

void TrainPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layColumn();
}

void TrainPage::showBadge()
{
    Q_EMIT badgeChanged(m_broken + (m_question->runUuid().isEmpty() ? 0 : 1));
}

QWidget *TrainPage::inspector()
{
    return m_inspector;
}

void TrainPage::open(const QVariant &argument)
{
    m_wantedSequence = argument.toString();
    m_form->setSequence(m_wantedSequence);
    describe();
}

QVariant TrainPage::place() const
{
    QVariantMap place{{QStringLiteral("run"), m_queue->currentUuid()}, {QStringLiteral("form"), m_form->choices()}};
    if (!m_question->runUuid().isEmpty()) {
        place.insert(QStringLiteral("asking"), m_question->runUuid());
        place.insert(QStringLiteral("proposal"), QVariant::fromValue(m_question->proposal()));
    }
    return place;
}

void TrainPage::goBackTo(const QVariant &place)
{
    m_place = place.toMap();
    m_wantedSequence = m_place.value(QStringLiteral("form")).toMap().value(QStringLiteral("sequence")).toString();
    takeChoices();
}

void TrainPage::takeChoices()
{
    if (m_form->isReady() && m_place.contains(QStringLiteral("form"))) {
        m_form->setChoices(m_place.take(QStringLiteral("form")).toMap());
    }
}

void TrainPage::describe()
{
    if (m_described || services().training == nullptr) {
        return;
    }
    m_described = true;
    m_form->setEngine(tr("Loading the engine…"));
    services().training->describe(
        this,
        [this](const engine::EngineInfo &info, const std::vector<engine::StrategyInfo> &strategies) {
            m_form->setEngine(inWords(info.summary));
            m_form->setBackbones(services().training->backboneNames());
            m_form->setStrategies(strategies);
            takeChoices();
        },
        [this](const QString &message) {
            m_described = false;
            m_form->setEngine(message);
            showBanner({.role = theme::Role::Bad, .text = message, .action = tr("Try again"), .onAction = [this] {
                            describe();
                        }});
        });
}

void TrainPage::sessionChanged(Session *session)
{
    m_offered = false;
    m_runs->setRuns({});
    m_charts->setSession(session, services().jobs);
    m_checker->setSession(session);
    m_decisions->setDecisions({}, {});
    withdrawQuestion();
    m_clock->stop();
    if (session == nullptr) {
        return;
    }
    m_form->setReadOnly(session->readOnly());
    m_queue->setReadOnly(session->readOnly());
    connect(session, &Session::sequencesChanged, this, &TrainPage::readSequences);
    connect(session, &Session::runsChanged, m_readLater, qOverload<>(&QTimer::start));
    m_clock->start();
    describe();
    readSequences();
    readRuns();
}

void TrainPage::readSequences()
{
    if (session() == nullptr) {
        return;
    }
    session()->read(
        this,
        [assets = session()->project().assetFolder()](storage::Connection &connection) {
            return storage::TaskStore(connection, assets).sequences();
        },
        [this](const std::vector<TaskSequence> &sequences) { showSequences(sequences); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readSequences(); });
        });
}

void TrainPage::showSequences(const std::vector<TaskSequence> &sequences)
{
    m_form->setSequences(sequences);
    m_form->setSequence(m_wantedSequence);
    m_checker->lookAt(QString::fromStdString(m_form->sequence().name));
    if (sequences.empty() && m_runs->rowCount() == 0) {
        showEmpty({.icon = QStringLiteral("page-train"),
                   .title = tr("There is nothing to train yet"),
                   .text = tr("Training learns the tasks of a sequence one after the other. Put tasks in order first."),
                   .primary = tr("Make a sequence"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("sequence")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); },
                   .details = {}});
    } else {
        showContent();
    }
}

void TrainPage::readRuns()
{
    if (session() == nullptr) {
        return;
    }
    session()->read(
        this, [](storage::Connection &connection) { return storage::listRuns(connection); },
        [this](const std::vector<RunRecord> &runs) {
            showRuns(runs);
            readData();
        });
}

/// Comes after the runs and what is shown of the chosen one: tooltips alone tell it.
void TrainPage::readData()
{
    session()->read(
        this, [](storage::Connection &connection) { return storage::listRunData(connection); },
        [this](std::map<std::string, std::string> titles) { m_runs->setLearnedFrom(std::move(titles)); });
}

void TrainPage::showRuns(const std::vector<RunRecord> &runs)
{
    const bool first = m_runs->rowCount() == 0;
    m_runs->setRuns(runs);
    if (!runs.empty()) {
        showContent();
        m_queue->choose(std::exchange(m_started, {}));
        if (m_queue->currentUuid().isEmpty() || first) {
            const auto busy = std::find_if(runs.begin(), runs.end(),
                                           [](const RunRecord &run) { return run.status == RunStatus::Running; });
            m_queue->choose(QString::fromStdString((busy == runs.end() ? runs.front() : *busy).uuid));
        } else {
            choose(m_queue->currentUuid());
        }
        m_queue->choose(m_place.take(QStringLiteral("run")).toString());
    }
    offerInterrupted(runs);
    if (const QString asking = m_place.take(QStringLiteral("asking")).toString(); !asking.isEmpty()) {
        showQuestion(asking, m_place.take(QStringLiteral("proposal")).value<DecisionRecord>());
    }
}

void TrainPage::offerInterrupted(const std::vector<RunRecord> &runs)
{
    QStringList uuids;
    QString name;
    m_broken = 0;
    for (const RunRecord &run : runs) {
        if (run.status == RunStatus::Interrupted) {
            uuids << QString::fromStdString(run.uuid);
            name = QString::fromStdString(run.name);
        }
        m_broken += run.status == RunStatus::Interrupted || run.status == RunStatus::Failed ? 1 : 0;
    }
    showBadge();
    if (m_offered || uuids.isEmpty() || session()->readOnly() || services().training == nullptr) {
        return;
    }
    m_offered = true;
    showBanner(
        {.role = theme::Role::Caution,
         .text = uuids.size() == 1
                     ? tr("%1 was interrupted. Nothing that it learned until its last checkpoint is lost.").arg(name)
                     : tr("%n runs were interrupted. Nothing that they learned until their last checkpoint is "
                          "lost.",
                          nullptr, int(uuids.size())),
         .action = tr("Go on"),
         .onAction = [this, uuids] {
             hideBanner();
             for (const QString &uuid : uuids) {
                 services().training->resume(uuid);
             }
         }});
}

void TrainPage::choose(const QString &uuid)
{
    const RunRecord *run = m_runs->run(uuid);
    m_charts->setRun(run == nullptr ? RunRecord{} : *run);
    readDecisions();
}

void TrainPage::readDecisions()
{
    const RunRecord *run = m_runs->run(m_queue->currentUuid());
    if (run == nullptr || session() == nullptr) {
        m_decisions->setDecisions({}, {});
        return;
    }
    session()->read(
        this,
        [id = run->id](storage::Connection &connection) { return storage::ResultStore(connection).decisions(id); },
        [this, uuid = m_queue->currentUuid()](const std::vector<DecisionRecord> &decisions) {
            if (uuid == m_queue->currentUuid()) {
                m_decisions->setDecisions(decisions, taskNames(m_runs->run(uuid)));
            }
        });
}

}  // namespace atlas::widgets
