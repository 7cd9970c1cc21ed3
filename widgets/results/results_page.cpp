#include "widgets/results/results_page.h"

#include "core/label_share.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/chart_view.h"
#include "widgets/charts/format.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/results/classes_panel.h"
#include "widgets/results/cost_panel.h"
#include "widgets/results/figure_tile.h"
#include "widgets/results/measures_panel.h"
#include "widgets/session.h"
#include "widgets/train/run_words.h"
#include "widgets/training_service.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kRefreshMs = 500;  ///< at most so often while a run is being trained
}

ResultsPage::ResultsPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_inspector(new QWidget(this)),
      m_runs(new QComboBox(m_toolbar)), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("resultsPage"));
    m_runs->setObjectName(QStringLiteral("resultsRun"));
    m_runs->setAccessibleName(tr("Run"));
    m_runs->setToolTip(tr("The run whose results are shown"));
    m_runs->setMinimumWidth(280);
    connect(m_runs, &QComboBox::activated, this, [this](int index) {
        m_wanted = m_runs->itemData(index).toString();
        readResults();
    });
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_runs);
    row->addStretch();

    m_runFacts = new FactList(m_inspector);
    m_cellFacts = new FactList(m_inspector);
    auto *facts = new QVBoxLayout(m_inspector);
    facts->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    facts->setSpacing(theme::kGap);
    facts->addWidget(theme::groupTitle(tr("Chosen cell"), m_inspector));
    facts->addWidget(m_cellFacts);
    facts->addSpacing(theme::kMargin);
    facts->addWidget(theme::groupTitle(tr("Run"), m_inspector));
    facts->addWidget(m_runFacts);
    facts->addStretch();

    m_timer->setSingleShot(true);
    m_timer->setInterval(kRefreshMs);
    connect(m_timer, &QTimer::timeout, this, &ResultsPage::readRuns);
    if (services.training != nullptr) {
        const auto ofShownRun = [this](const QString &uuid) {
            if (uuid == m_wanted || m_wanted.isEmpty()) {
                refreshLater();
            }
        };
        connect(services.training, &TrainingService::evaluated, this, ofShownRun);
        connect(services.training, &TrainingService::decided, this, ofShownRun);
        connect(services.training, &TrainingService::statusChanged, this, ofShownRun);
    }
    setContent(makeContent());
}

QWidget *ResultsPage::toolbar()
{
    return m_toolbar;
}

QWidget *ResultsPage::inspector()
{
    return m_inspector;
}

QWidget *ResultsPage::makeContent()
{
    auto *content = new QWidget(this);
    m_headline = theme::pageTitle({}, content);
    m_headline->setObjectName(QStringLiteral("resultsHeadline"));
    m_headline->setWordWrap(true);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(theme::kGap);
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(content);
        tiles->addWidget(tile, 1);
    }

    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(QStringLiteral("resultsTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeOverview(), tr("Overview"));
    for (const ResultChart &chart : resultCharts()) {
        if (chart.place == ResultChart::Place::Tab) {
            ChartView *view = chart.make(m_tabs);
            m_charts.emplace(QString::fromLatin1(chart.name), view);
            m_tabs->addTab(view, QCoreApplication::translate("ResultChart", chart.title));
        }
    }
    m_classes = new ClassesPanel(m_tabs);
    m_cost = new CostPanel(m_tabs);
    m_measures = new MeasuresPanel(m_tabs);
    m_tabs->addTab(m_measures, tr("Measures"));
    m_tabs->addTab(m_classes, tr("Classes and confusion"));
    m_tabs->addTab(m_cost, tr("Cost and decisions"));
    for (auto &[name, view] : m_charts) {
        view->setObjectName(name);
        if (auto *map = qobject_cast<HeatMap *>(view)) {
            connect(map, &HeatMap::cellChosen, this, &ResultsPage::chooseCell);
        }
    }

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addLayout(tiles);
    layout->addWidget(m_tabs, 1);
    return content;
}

QWidget *ResultsPage::makeOverview()
{
    auto *across = new CardSplitter(Qt::Horizontal, QStringLiteral("resultsSplitter"), this);
    auto *beside = new CardSplitter(Qt::Vertical, QStringLiteral("resultsCurvesSplitter"), across);
    for (const ResultChart &chart : resultCharts()) {
        if (chart.place == ResultChart::Place::Tab) {
            continue;
        }
        ChartView *view = chart.make(this);
        m_charts.emplace(QString::fromLatin1(chart.name), view);
        if (chart.place == ResultChart::Place::Main) {
            across->insertWidget(across->count() - 1, view);
        } else {
            beside->addWidget(view);
        }
    }
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 1);
    across->setContentsMargins(0, theme::kGap, 0, 0);
    return across;
}

void ResultsPage::open(const QVariant &argument)
{
    if (const QString uuid = argument.toString(); !uuid.isEmpty()) {
        m_wanted = uuid;
        readRuns();
    }
}

void ResultsPage::sessionChanged(Session *session)
{
    m_wanted.clear();
    m_runs->clear();
    m_results = {};
    m_stale = true;
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, &ResultsPage::refreshLater);
    readRuns();
}

void ResultsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale) {
        readRuns();
    }
}

void ResultsPage::refreshLater()
{
    m_stale = true;
    if (isVisible() && !m_timer->isActive()) {
        m_timer->start();
    }
}

void ResultsPage::readRuns()
{
    if (session() == nullptr) {
        return;
    }
    m_stale = false;
    if (m_runs->count() == 0) {
        showLoading(tr("Reading runs…"));
    }
    session()->read(
        this, [](storage::Connection &connection) { return storage::RunStore(connection).list(); },
        [this](const std::vector<RunRecord> &runs) { showRuns(runs); },
        [this](const Error &error) {
            showError(QString::fromStdString(error.message()), QString::fromStdString(error.hint()),
                      [this] { readRuns(); });
        });
}

void ResultsPage::showRuns(const std::vector<RunRecord> &runs)
{
    if (runs.empty()) {
        showEmpty({.icon = QStringLiteral("page-results"),
                   .title = tr("Nothing has been trained yet"),
                   .text = tr("Here a run shows how well each task is answered, what was forgotten on the way, and "
                              "what it cost."),
                   .primary = tr("Train"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("train")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); },
                   .details = {}});
        return;
    }
    m_runs->clear();
    int finished = -1;
    for (const RunRecord &run : runs) {
        if (finished < 0 && run.status == RunStatus::Finished) {
            finished = m_runs->count();
        }
        m_runs->addItem(tr("%1 · %2 · %3")
                            .arg(QString::fromStdString(run.name), QString::fromStdString(run.spec.sequence),
                                 statusWord(run.status)),
                        QString::fromStdString(run.uuid));
    }
    const int wanted = m_runs->findData(m_wanted);
    m_runs->setCurrentIndex(wanted >= 0 ? wanted : std::max(finished, 0));
    m_wanted = m_runs->currentData().toString();
    readResults();
}

void ResultsPage::readResults()
{
    using Both = std::pair<std::optional<RunResults>, std::optional<RunResults>>;
    session()->read(
        this,
        [uuid = m_wanted.toStdString(), assets = session()->project().assetFolder()](storage::Connection &connection) {
            Both both;
            if (const auto run = storage::RunStore(connection).find(uuid)) {
                both.first = storage::readRunResults(connection, assets, *run);
                both.second = storage::readRival(connection, assets, *run);
            }
            return both;
        },
        [this, uuid = m_wanted](const Both &both) {
            if (uuid == m_wanted && both.first) {
                showResults(*both.first, both.second);
            }
        },
        [this](const Error &error) {
            showError(QString::fromStdString(error.message()), QString::fromStdString(error.hint()),
                      [this] { readResults(); });
        });
}

void ResultsPage::showResults(const RunResults &results, const std::optional<RunResults> &rival)
{
    m_results = results;
    m_headline->setText(headline(results));
    const std::vector<RunFigure> figures = runFigures(results, rival);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setFigure(figures[i]);
    }
    for (const ResultChart &chart : resultCharts()) {
        chart.show(*m_charts.at(QString::fromLatin1(chart.name)), results);
    }
    m_classes->setResults(session(), results);
    m_cost->setResults(results);
    m_measures->setRun(session(), results.run);
    showFacts(results);
    showContent();
}

void ResultsPage::showFacts(const RunResults &results)
{
    const RunRecord &run = results.run;
    m_runFacts->clear();
    m_runFacts->add(tr("Status"), statusWord(run.status));
    if (!run.message.empty()) {
        m_runFacts->add(tr("Message"), QString::fromStdString(run.message));
    }
    m_runFacts->add(tr("Strategy"), QString::fromStdString(run.spec.strategy));
    m_runFacts->add(tr("Sequence"), QString::fromStdString(run.spec.sequence));
    m_runFacts->add(tr("Data"),
                    results.data.empty() ? tr("not recorded") : QString::fromStdString(versionTitles(results.data)),
                    false, tr("The version of each dataset that the run learned from"));
    m_runFacts->add(tr("Seed"), QString::number(run.spec.seed));
    m_runFacts->add(tr("Backbone"), QString::fromStdString(run.spec.backboneName));
    m_runFacts->add(tr("Samples a task"),
                    run.spec.maxTrain > 0 ? tr("at most %1").arg(format::count(run.spec.maxTrain)) : tr("all"));
    if (const double share = trainShare(run.spec); share < 1) {
        m_runFacts->add(tr("Share of labels"), format::percent(share));
    }
    m_runFacts->add(tr("Started"), run.startedUs > 0 ? format::dateTime(run.startedUs) : tr("not yet"));
    m_runFacts->add(tr("Id"), QString::fromStdString(run.uuid), true);
    m_runFacts->add(tr("Formulas"), tr("version %1").arg(kFormulaVersion));
    if (m_cellFacts->layout()->count() == 0) {
        m_cellFacts->add(tr("None"), tr("Click a cell of the accuracy matrix."));
    }
}

void ResultsPage::chooseCell(int afterTask, int evalTask)
{
    const AccuracyCell *cell = m_results.cell(afterTask, evalTask);
    if (cell == nullptr) {
        return;
    }
    m_cellFacts->clear();
    m_cellFacts->add(tr("Task"), taskName(m_results, evalTask));
    m_cellFacts->add(tr("After"), taskName(m_results, afterTask));
    if (const QString version = dataOf(m_results, evalTask); !version.isEmpty()) {
        m_cellFacts->add(tr("Data"), version);
    }
    for (const auto &[name, value] : cell->scores) {
        m_cellFacts->add(scoreTitle(name), format::percent(value));
    }
    m_cellFacts->add(tr("Test samples"), format::count(cell->n));
    m_cellFacts->add(tr("A sample takes"), tr("%1 ms").arg(format::number(1000 * cell->secondsPerSample)));
    m_cellFacts->add(tr("Answers' SHA-256"), QString::fromStdString(cell->logitsSha256).left(16), true);
    m_classes->setCell(afterTask, evalTask);
}

}  // namespace atlas::widgets
