#include "widgets/decide/decide_page.h"

#include "storage/audit_trail.h"
#include "storage/connection.h"
#include "storage/decide/target_store.h"
#include "storage/project.h"
#include "storage/run_store.h"
#include "widgets/decide/changes_panel.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/history_panel.h"
#include "widgets/decide/roi_sheet.h"
#include "widgets/decide/targets_panel.h"
#include "widgets/decide/verdict_view.h"
#include "widgets/frame/run_chooser.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr double kOnePoint = 0.01;
}  // namespace

struct DecidePage::Shown {
    storage::DecisionCase decision;
    std::vector<TargetFigure> figures;
    Targets today;         ///< this run's results
    Targets ofProduction;  ///< results of the version in production, less one point
    std::vector<storage::AuditEntry> history;
    RegistryFacts facts;
};

DecidePage::DecidePage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_registry(new RegistryPanel(this)),
      m_runs(new RunChooser({}, RunChooser::Usual::Newest, m_toolbar))
{
    setObjectName(QStringLiteral("decidePage"));
    makeToolbar();
    setContent(makeContent());
    connect(m_registry, &RegistryPanel::runWanted, this, [this](const QString &uuid) { open(uuid); });
    connect(m_registry, &RegistryPanel::approveWanted, this,
            [this](const QString &name) { answerRequest(name, true); });
    connect(m_registry, &RegistryPanel::rejectWanted, this,
            [this](const QString &name) { answerRequest(name, false); });
    connect(m_registry, &RegistryPanel::policyWanted, this, &DecidePage::showPolicy);
    if (services.jobs != nullptr) {
        followReports(services.jobs);
    }
}

void DecidePage::makeToolbar()
{
    m_runs->setObjectName(QStringLiteral("decideRun"));
    m_runs->setToolTip(tr("The run that the question is about"));
    connect(m_runs, &RunChooser::chosen, this, [this](const QString &uuid) {
        m_wanted = uuid;
        readCase();
    });
    connect(m_runs, &RunChooser::moreWanted, this, [this] { Q_EMIT openPage(QStringLiteral("compare")); });
    m_report = new QPushButton(tr("Report"), m_toolbar);
    m_report->setObjectName(QStringLiteral("decideReport"));
    m_report->setToolTip(tr("Makes a report for a meeting: verdict, changes, return and where every figure is from"));
    connect(m_report, &QPushButton::clicked, this, &DecidePage::report);
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_runs, 1);
    row->addStretch(1);
    row->addWidget(m_report);
}

QWidget *DecidePage::makeContent()
{
    auto *inside = new QWidget;
    m_question = theme::pageTitle({}, inside);
    m_question->setObjectName(QStringLiteral("decideQuestion"));
    m_question->setWordWrap(true);
    m_verdict = new VerdictView(inside);
    m_targets = new TargetsPanel(inside);
    m_changes = new ChangesPanel(inside);
    m_history = new HistoryPanel(inside);
    connect(m_targets, &TargetsPanel::edited, this, &DecidePage::keepTargets);
    connect(m_history, &HistoryPanel::trailWanted, this, &DecidePage::showTrail);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(12);
    layout->addWidget(m_question);
    layout->addWidget(m_verdict);
    layout->addWidget(makeSteps(inside));
    layout->addWidget(m_targets);
    layout->addWidget(m_changes);
    layout->addWidget(makeReturn(inside));
    layout->addWidget(m_history);
    layout->addStretch(1);
    auto *scroll = theme::scrolled(inside, this);
    scroll->setObjectName(QStringLiteral("decideScroll"));
    scroll->setAccessibleName(tr("Decision"));
    return scroll;
}

QWidget *DecidePage::makeSteps(QWidget *parent)
{
    auto *steps = new QWidget(parent);
    m_promote = new QPushButton(tr("Promote…"), steps);
    m_promote->setObjectName(QStringLiteral("decidePromote"));
    m_promote->setToolTip(tr("Puts this run into production, or gives it another name; a reason is needed"));
    theme::makePrimary(m_promote);
    m_decline = new QPushButton(tr("Decide against…"), steps);
    m_decline->setObjectName(QStringLiteral("decideDecline"));
    m_decline->setToolTip(tr("Writes down that this run is not to serve, and why"));
    m_rollBack = new QPushButton(tr("Roll back…"), steps);
    m_rollBack->setObjectName(QStringLiteral("decideRollBack"));
    m_rollBack->setToolTip(tr("Production goes back to a version that served before; a reason is needed"));
    connect(m_promote, &QPushButton::clicked, this, &DecidePage::promote);
    connect(m_decline, &QPushButton::clicked, this, &DecidePage::decline);
    connect(m_rollBack, &QPushButton::clicked, this, &DecidePage::rollBack);
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_promote);
    row->addWidget(m_decline);
    row->addWidget(m_rollBack);
    row->addStretch(1);
    return steps;
}

QWidget *DecidePage::makeReturn(QWidget *parent)
{
    auto *card = theme::card(parent);
    m_return = theme::bodyText({}, card);
    m_return->setObjectName(QStringLiteral("decideReturn"));
    auto *open = new QPushButton(tr("Figures of the return…"), card);
    open->setObjectName(QStringLiteral("decideRoi"));
    open->setToolTip(tr("What it saves and what it costs, from figures that you type"));
    connect(open, &QPushButton::clicked, this, &DecidePage::showReturn);
    auto *head = new QHBoxLayout;
    head->addWidget(theme::groupTitle(tr("Return"), card), 1);
    head->addWidget(open);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addWidget(m_return);
    return card;
}

QWidget *DecidePage::toolbar()
{
    return m_toolbar;
}

QWidget *DecidePage::inspector()
{
    return m_registry;
}

QList<QPair<QString, QString>> DecidePage::keys() const
{
    return {{tr("Arrows"), tr("Another target")}, {tr("F2"), tr("Change what is asked")}};
}

void DecidePage::open(const QVariant &argument)
{
    if (const QStringList uuids = argument.toStringList(); !uuids.isEmpty() && !uuids.front().isEmpty()) {
        m_wanted = uuids.front();
        m_baseline = uuids.value(1);
        readRuns();
    }
}

QVariant DecidePage::place() const
{
    return QStringList{m_wanted, m_baseline};
}

void DecidePage::goBackTo(const QVariant &place)
{
    const QStringList uuids = place.toStringList();
    m_wanted = uuids.value(0);
    m_baseline = uuids.value(1);
    if (!m_stale) {  // the runs are being read, and none in particular was wanted
        readRuns();
    }
}

void DecidePage::sessionChanged(Session *session)
{
    m_wanted.clear();
    m_baseline.clear();
    m_runs->forget();
    m_run = {};
    m_stale = true;
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, [this] {
        m_stale = true;
        if (isVisible()) {
            readRuns();
        }
    });
    if (isVisible()) {
        readRuns();
    }
}

void DecidePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale) {
        readRuns();
    }
}

void DecidePage::readRuns()
{
    if (session() == nullptr) {
        return;
    }
    m_stale = false;
    if (m_runs->count() == 0) {
        showLoading(tr("Reading runs…"));
    }
    m_runs->read(
        session(), m_wanted, [this](const storage::RunChoices &choices) { showRuns(choices); },
        [this](const Error &error) { failed(error); });
}

void DecidePage::showRuns(const storage::RunChoices &choices)
{
    m_toolbar->setEnabled(!choices.runs.empty());
    if (choices.runs.empty()) {
        const bool none = choices.all == 0;
        showEmpty({.icon = QStringLiteral("page-decide"),
                   .title = none ? tr("Nothing has been trained yet") : tr("No run is finished yet"),
                   .text = tr("Here you set what a model must reach, read a verdict with its reasons, and decide which "
                              "version serves. It takes a finished run."),
                   .primary = none ? tr("Train") : tr("See how far the runs are"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("train")); },
                   .secondary = none ? tr("or open the demo") : QString(),
                   .onSecondary = [this] { Q_EMIT demoRequested(); },
                   .details = {}});
        return;
    }
    m_wanted = m_runs->run();
    readCase();
}

void DecidePage::readCase()
{
    if (m_run.uuid != m_wanted.toStdString()) {
        showLoading(tr("Holding the run against what is asked…"));
    }
    session()->read(
        this,
        [uuid = m_wanted.toStdString(),
         assets = session()->project().assetFolder()](storage::Connection &connection) -> std::shared_ptr<Shown> {
            const auto run = storage::RunStore(connection).find(uuid);
            if (!run) {
                return nullptr;
            }
            auto shown = std::make_shared<Shown>();
            shown->decision = storage::readDecisionCase(connection, assets, *run);
            shown->figures = targetFigures(shown->decision.run, shown->decision.context());
            shown->today = targetsFrom(shown->decision.run, 0);
            if (shown->decision.production) {
                shown->ofProduction = targetsFrom(*shown->decision.production, kOnePoint);
            }
            shown->history = storage::AuditTrail(connection).list(HistoryPanel::kShown);
            storage::ModelRegistry registry(connection);
            shown->facts = {.versions = registry.list(),
                            .aliases = registry.aliases(),
                            .policy = storage::readPolicy(connection),
                            .status = storage::readPolicyStatus(connection),
                            .before = registry.before(storage::kProduction)};
            return shown;
        },
        [this, ticket = ++m_reading](const std::shared_ptr<Shown> &shown) {
            if (ticket == m_reading && shown) {
                showCase(*shown);
            }
        },
        [this](const Error &error) { failed(error); });
}

void DecidePage::showCase(const Shown &shown)
{
    const storage::DecisionCase &decision = shown.decision;
    m_run = decision.run.input.run.run;
    m_version = decision.version;
    m_roi = decision.roi;
    m_facts = shown.facts;
    constexpr double kSecondsPerHour = 3600;
    double seconds = 0;
    for (const TaskCost &cost : decision.run.input.run.costs) {
        seconds += cost.trainSeconds;
    }
    m_trainingHours = seconds > 0 ? std::optional(seconds / kSecondsPerHour) : std::nullopt;

    const bool writes = !session()->readOnly();
    const bool serves = decision.served && !decision.production;
    const QString name = QString::fromStdString(m_run.name);
    m_question->setText(serves ? tr("%1 is in production. Is it still good enough?").arg(name)
                               : tr("Put %1 into production?").arg(name));
    m_targets->setProposals(shown.today, shown.ofProduction);
    m_targets->setEditable(writes);
    m_targets->setFigures(shown.figures, decision.targets, m_run.status);
    m_changes->setChanges(decision.production ? versionTitle(*decision.served) : QString(), decision.changes);
    m_return->setText(roiSentence(m_roi));
    m_history->setEntries(shown.history);
    m_registry->setFacts(m_facts, writes);
    m_promote->setVisible(writes);
    m_promote->setEnabled(m_run.status == RunStatus::Finished);
    m_decline->setVisible(writes && !serves);
    m_decline->setEnabled(m_run.status == RunStatus::Finished);
    m_rollBack->setVisible(writes && m_facts.before != 0);
    m_report->setVisible(services().jobs != nullptr);
    showVerdict();
    showContent();
}

void DecidePage::showVerdict()
{
    const Ruling &ruling = m_targets->ruling();
    m_verdict->setRuling(ruling);
    theme::setPrimary(m_promote, ruling.verdict == Verdict::Go);
}

void DecidePage::keepTargets(const Targets &targets)
{
    showVerdict();
    ++m_reading;  // what is being read now may not know of this change
    session()->write(
        this,
        [sequence = m_run.spec.sequence, targets,
         actor = session()->actor().toStdString()](storage::Connection &connection) {
            storage::TargetStore(connection).setTargets(sequence, targets, actor);
            return storage::AuditTrail(connection).list(HistoryPanel::kShown);
        },
        [this](const std::vector<storage::AuditEntry> &entries) {
            m_history->setEntries(entries);
            if (m_run.uuid != m_wanted.toStdString()) {
                readCase();
            }
        },
        [this](const Error &error) {
            showBanner({.role = theme::Role::Bad, .text = inWords(error.sentence())});
            readCase();
        });
}

void DecidePage::failed(const Error &error)
{
    showError(inWords(error.sentence()), inWords(error.advice()), [this] { readRuns(); });
}

}  // namespace atlas::widgets
