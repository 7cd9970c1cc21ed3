#include "widgets/results/results_page.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/run_chooser.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_samples.h"
#include "widgets/results/figure_tile.h"
#include "widgets/results/results_inspector.h"
#include "widgets/results/results_tabs.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"
#include "widgets/training_service.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kUnfinishedRuns = 10;  ///< of those that can be followed, so many are on offer
constexpr int kRefreshMs = 500;      ///< at most so often while a run is being trained
constexpr QSize kSamplesSheet{760, 620};
constexpr int kLowPage = 660;  ///< pixels under which the figures give their room to the charts
}  // namespace

struct ResultsPage::Shown {
    RunResults results;
    std::optional<RunResults> rival;
    std::vector<RunFigure> figures;
};

ResultsPage::ResultsPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_toolbar(new QWidget(this)), m_inspector(new ResultsInspector(this)),
      m_runs(new RunChooser({.unfinished = kUnfinishedRuns}, RunChooser::Usual::Newest, m_toolbar)),
      m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("resultsPage"));
    makeToolbar();
    connect(m_inspector, &ResultsInspector::openPage, this, &Page::openPage);
    connect(m_inspector, &ResultsInspector::samplesWanted, this, [this] { showSamples(m_cell.y(), m_cell.x()); });
    m_timer->setSingleShot(true);
    m_timer->setInterval(kRefreshMs);
    connect(m_timer, &QTimer::timeout, this, &ResultsPage::refresh);
    if (services.training != nullptr) {
        follow(services.training);
    }
    setContent(makeContent());
}

void ResultsPage::makeToolbar()
{
    m_runs->setObjectName(QStringLiteral("resultsRun"));
    m_runs->setToolTip(tr("The run whose results are shown"));
    connect(m_runs, &RunChooser::chosen, this, [this](const QString &uuid) {
        m_wanted = uuid;
        m_rivalKnown = false;
        readResults();
    });
    connect(m_runs, &RunChooser::moreWanted, this, [this] { Q_EMIT openPage(QStringLiteral("compare")); });
    m_decide = new QPushButton(tr("Decide"), m_toolbar);
    m_decide->setObjectName(QStringLiteral("resultsDecide"));
    m_decide->setToolTip(tr("Is this run good enough to be put to use?"));
    connect(m_decide, &QPushButton::clicked, this,
            [this] { Q_EMIT openPage(QStringLiteral("decide"), QString::fromStdString(m_results.run.uuid)); });
    m_compare = new QPushButton(tr("Compare"), m_toolbar);
    m_compare->setObjectName(QStringLiteral("resultsCompare"));
    m_compare->setToolTip(tr("Puts this run beside its rival, or beside others of your choice"));
    theme::makePrimary(m_compare);
    connect(m_compare, &QPushButton::clicked, this, &ResultsPage::compare);
    auto *row = new QHBoxLayout(m_toolbar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    row->addWidget(m_runs, 1);
    row->addStretch(1);
    row->addWidget(m_decide);
    row->addWidget(m_compare);
}

QWidget *ResultsPage::toolbar()
{
    return m_toolbar;
}

QWidget *ResultsPage::inspector()
{
    return m_inspector;
}

QList<QPair<QString, QString>> ResultsPage::keys() const
{
    return {{tr("Arrows"), tr("Another cell or bar of the chart that has the focus")},
            {tr("Enter"), tr("The test samples behind the chosen cell")}};
}

void ResultsPage::follow(TrainingService *training)
{
    const auto later = [this](Stale what) {
        return [this, what](const QString &uuid) {
            if (uuid == m_wanted || m_wanted.isEmpty()) {
                refreshLater(what);
            }
        };
    };
    connect(training, &TrainingService::pointsAdded, this, later(Stale::Curves));
    connect(training, &TrainingService::evaluated, this, later(Stale::Results));
    connect(training, &TrainingService::decided, this, later(Stale::Results));
    connect(training, &TrainingService::statusChanged, this, later(Stale::Runs));
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
    m_tabs = new ResultsTabs(content);
    connect(m_tabs, &ResultsTabs::cellChosen, this, [this](int afterTask, int evalTask) {
        m_cell = {evalTask, afterTask};
        m_inspector->chooseCell(afterTask, evalTask);
    });
    connect(m_tabs, &ResultsTabs::cellActivated, this, &ResultsPage::showSamples);
    connect(m_tabs, &ResultsTabs::openPage, this, &Page::openPage);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addLayout(tiles);
    layout->addWidget(m_tabs, 1);
    return content;
}

void ResultsPage::open(const QVariant &argument)
{
    if (const QString uuid = argument.toString(); !uuid.isEmpty()) {
        m_wanted = uuid;
        readRuns();
    }
}

QVariant ResultsPage::place() const
{
    return QVariantMap{{QStringLiteral("run"), m_wanted}, {QStringLiteral("tab"), m_tabs->currentIndex()}};
}

void ResultsPage::goBackTo(const QVariant &place)
{
    const QVariantMap map = place.toMap();
    m_wanted = map.value(QStringLiteral("run")).toString();
    m_tabs->setCurrentIndex(map.value(QStringLiteral("tab")).toInt());
    if (m_stale != Stale::Runs) {  // they are being read, and nothing in particular was wanted
        readRuns();
    }
}

void ResultsPage::sessionChanged(Session *session)
{
    m_wanted.clear();
    m_runs->forget();
    m_results = {};
    m_rival.reset();
    m_cell = {-1, -1};
    m_stale = Stale::Runs;
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, [this] { refreshLater(Stale::Runs); });
    if (isVisible()) {  // else when it is shown: whoever looks at another page does not wait for this one
        readRuns();
    }
}

void ResultsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void ResultsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    for (FigureTile *tile : m_tiles) {
        tile->setCompact(height() < kLowPage);
    }
}

void ResultsPage::refreshLater(Stale what)
{
    m_stale = std::max(m_stale, what);
    if (isVisible() && !m_timer->isActive()) {
        m_timer->start();
    }
}

void ResultsPage::refresh()
{
    switch (m_stale) {
    case Stale::Runs: readRuns(); break;
    case Stale::Results: readResults(); break;
    case Stale::Curves: m_tabs->curvesGrew(); break;
    case Stale::Nothing: break;
    }
    m_stale = Stale::Nothing;
}

void ResultsPage::readRuns()
{
    if (session() == nullptr) {
        return;
    }
    m_stale = Stale::Nothing;
    m_rivalKnown = false;
    if (m_runs->count() == 0) {
        showLoading(tr("Reading runs…"));
    }
    m_runs->read(
        session(), m_wanted, [this](const storage::RunChoices &choices) { showRuns(!choices.runs.empty()); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readRuns(); });
        });
}

void ResultsPage::showRuns(bool any)
{
    m_toolbar->setEnabled(any);
    if (!any) {
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
    m_wanted = m_runs->run();
    readResults();
}

void ResultsPage::readResults()
{
    // The rival changes with the list of runs alone; to find it, all that could be one are read.
    session()->read(
        this,
        [uuid = m_wanted.toStdString(), assets = session()->project().assetFolder(), known = m_rivalKnown,
         rival = m_rival](storage::Connection &connection) -> std::optional<Shown> {
            const auto run = storage::RunStore(connection).find(uuid);
            if (!run) {
                return std::nullopt;
            }
            Shown shown{.results = storage::readRunResults(connection, assets, *run), .rival = rival, .figures = {}};
            if (!known) {
                shown.rival = storage::readRival(connection, assets, *run);
            }
            shown.figures = runFigures(shown.results, shown.rival, forgettingInterval(connection, shown.results));
            return shown;
        },
        [this, uuid = m_wanted](const std::optional<Shown> &shown) {
            if (uuid == m_wanted && shown) {
                showResults(*shown);
            }
        },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readResults(); });
        });
}

void ResultsPage::showResults(const Shown &shown)
{
    if (shown.results.run.uuid != m_results.run.uuid) {
        m_cell = {-1, -1};
    }
    m_results = shown.results;
    m_rival = shown.rival;
    m_rivalKnown = true;
    m_headline->setText(headline(m_results));
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setFigure(shown.figures[i]);
    }
    m_decide->setEnabled(m_results.run.status == RunStatus::Finished);
    m_tabs->setResults(session(), m_results);
    m_inspector->setResults(session(), m_results);
    showContent();
}

void ResultsPage::showSamples(int afterTask, int evalTask)
{
    if (m_results.cell(afterTask, evalTask) == nullptr) {
        return;
    }
    auto *samples = new CellSamples;
    samples->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    samples->setCell(session(), m_results, afterTask, evalTask);
    auto *sheet =
        new Sheet(tr("%1 after %2 was learned").arg(taskName(m_results, evalTask), taskName(m_results, afterTask)),
                  samples, kSamplesSheet, this);
    sheet->setObjectName(QStringLiteral("samplesSheet"));
    connect(samples, &CellSamples::openPage, sheet, [this, sheet](const QString &id, const QVariant &argument) {
        sheet->close();
        Q_EMIT openPage(id, argument);
    });
}

void ResultsPage::compare()
{
    QStringList runs;
    if (m_rival) {
        runs << QString::fromStdString(m_rival->run.uuid);  // the first is what the others are held against
    }
    runs << QString::fromStdString(m_results.run.uuid);
    Q_EMIT openPage(QStringLiteral("compare"), runs);
}

}  // namespace atlas::widgets
