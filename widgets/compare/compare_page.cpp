#include "widgets/compare/compare_page.h"

#include "storage/connection.h"
#include "storage/run_table.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/compare/compare_bar.h"
#include "widgets/compare/compare_charts.h"
#include "widgets/compare/compare_model.h"
#include "widgets/compare/run_inspector.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"
#include "widgets/training_service.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kRefreshMs = 500;                     ///< at most so often while a run is being trained
constexpr int kDrawMs = 30;                         ///< several ticks at once are drawn once
constexpr int kLeastTable = 4 * theme::kRowHeight;  ///< pixels that the table keeps where the charts need room
constexpr std::size_t kMostDrawn = 100;
constexpr std::size_t kMostBegun = 5;  ///< runs that are ticked where nobody asked for any
}  // namespace

ComparePage::ComparePage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_model(new CompareModel(this)), m_toolbar(new QWidget(this)),
      m_inspector(new RunInspector(this)), m_refresh(new QTimer(this)), m_drawSoon(new QTimer(this))
{
    setObjectName(QStringLiteral("comparePage"));
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(kRefreshMs);
    connect(m_refresh, &QTimer::timeout, this, &ComparePage::read);
    m_drawSoon->setSingleShot(true);
    m_drawSoon->setInterval(kDrawMs);
    connect(m_drawSoon, &QTimer::timeout, this, &ComparePage::draw);
    makeToolbar();
    setContent(makeContent());
    addKeys();
    connect(m_model, &CompareModel::ticksChanged, this, &ComparePage::drawSoon);
    connect(m_model, &CompareModel::ticksChanged, this, &ComparePage::ticksMoved);
    connect(m_model, &CompareModel::modelReset, this, &ComparePage::selectAgain);
    connect(m_model, &CompareModel::arranged, this, &ComparePage::arranged);
    connect(m_inspector, &RunInspector::written, this, &ComparePage::read);
    connect(m_inspector, &RunInspector::renamed, this, &ComparePage::showRenamed);
    connect(m_inspector, &RunInspector::decideWanted, this, &ComparePage::decide);
    connect(m_inspector, &RunInspector::resultsWanted, this,
            [this] { Q_EMIT openPage(QStringLiteral("results"), m_selected.value(0)); });
    connect(m_inspector, &RunInspector::tryWanted, this,
            [this] { Q_EMIT openPage(QStringLiteral("try"), m_selected.value(0)); });
    if (services.training != nullptr) {
        connect(services.training, &TrainingService::evaluated, this, &ComparePage::refreshLater);
        connect(services.training, &TrainingService::statusChanged, this, &ComparePage::refreshLater);
    }
}

void ComparePage::focusInEvent(QFocusEvent *)
{
    m_table->setFocus();
}

QWidget *ComparePage::toolbar()
{
    return m_toolbar;
}

QWidget *ComparePage::inspector()
{
    return m_inspector;
}

QList<QPair<QString, QString>> ComparePage::keys() const
{
    return {{tr("Space"), tr("Tick what is selected, to draw it")},
            {tr("Right, Left"), tr("Unfold and fold runs of one recipe")},
            {tr("Enter"), tr("Open the results of the run")}};
}

QWidget *ComparePage::makeContent()
{
    auto *content = new QWidget(this);
    m_bar = new CompareBar(content);
    m_table = new RunTableView(m_model, content);
    auto *none = new EmptyState(content);
    none->setObjectName(QStringLiteral("noRunFound"));
    none->setContent({.icon = QStringLiteral("search"),
                      .title = tr("No run passes the filter"),
                      .text = tr("All terms of the filter must hold."),
                      .primary = tr("Clear the filter"),
                      .onPrimary = [this] { m_bar->setText({}); },
                      .details = {}});
    m_tableOrNone = new QStackedWidget(content);
    m_tableOrNone->addWidget(m_table);
    m_tableOrNone->addWidget(none);
    m_tableOrNone->setMinimumHeight(kLeastTable);
    m_charts = new CompareCharts(m_model, content);
    auto *split = new CardSplitter(Qt::Vertical, QStringLiteral("compareRowsSplitter"), content);
    split->addWidget(m_tableOrNone);
    split->addWidget(m_charts);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({1000, 1000});

    connect(m_bar, &CompareBar::filterChanged, this,
            [this](RunFilter *filter) { m_model->setFilter(std::move(*filter)); });
    connect(m_bar, &CompareBar::helpWanted, this, &ComparePage::showFilterHelp);
    connect(m_bar, &CompareBar::pinWanted, this, &ComparePage::pinChosen);
    connect(m_bar, &CompareBar::unpinWanted, this, [this] { m_model->setPinned({}); });
    connect(m_bar, &CompareBar::left, this, [this] { m_table->setFocus(); });
    connect(m_table, &RunTableView::lookedAt, m_charts, &CompareCharts::setHighlight);
    connect(m_table, &RunTableView::selectionMoved, this, &ComparePage::selectionMoved);
    connect(m_table, &RunTableView::opened, this,
            [this](const QString &uuid) { Q_EMIT openPage(QStringLiteral("results"), uuid); });
    connect(m_charts, &CompareCharts::lookedAt, m_charts, &CompareCharts::setHighlight);
    connect(m_charts, &CompareCharts::chosen, this, [this](const QStringList &uuids) {
        if (const QModelIndex index = m_model->indexOf(uuids.front()); index.isValid()) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
        }
    });

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_bar);
    layout->addWidget(split, 1);
    return content;
}

void ComparePage::open(const QVariant &argument)
{
    const QStringList uuids = argument.toStringList();
    if (uuids.isEmpty()) {
        return;
    }
    m_begins = false;
    m_wanted = uuids;
    m_wantedPin = uuids.front();
    read();
}

QVariant ComparePage::place() const
{
    return QVariantMap{{QStringLiteral("view"), QString::fromStdString(toJson(view()))},
                       {QStringLiteral("ticked"), m_model->ticked()},
                       {QStringLiteral("tab"), m_charts->currentIndex()}};
}

void ComparePage::goBackTo(const QVariant &place)
{
    const QVariantMap map = place.toMap();
    const RunView before = runViewFromJson(map.value(QStringLiteral("view")).toString().toStdString());
    setView(before);
    m_begins = false;
    m_wanted = map.value(QStringLiteral("ticked")).toStringList();
    m_wantedPin = QString::fromStdString(before.pinned);
    m_charts->setCurrentIndex(map.value(QStringLiteral("tab")).toInt());
}

void ComparePage::sessionChanged(Session *session)
{
    m_wanted.clear();
    m_wantedPin.clear();
    m_selected.clear();
    m_measured.clear();
    m_model->clearTicks();
    m_model->setPinned({});
    m_model->setRuns({});
    m_begun.clear();
    m_bar->setStart({});
    m_begins = true;
    m_inspector->setSession(session);
    m_inspector->setRuns({}, m_model->table());
    m_charts->setSession(session, services().jobs);
    m_stale = true;
    if (session == nullptr) {
        return;
    }
    connect(session, &Session::runsChanged, this, &ComparePage::refreshLater);
    if (isVisible()) {
        read();
    }
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale) {
        read();
    }
}

void ComparePage::refreshLater()
{
    m_stale = true;
    if (isVisible() && !m_refresh->isActive()) {
        m_refresh->start();
    }
}

void ComparePage::read()
{
    if (session() == nullptr) {
        return;
    }
    m_stale = false;
    if (m_model->table().rows.empty()) {
        showLoading(tr("Reading runs…"));
    }
    session()->read(
        this, [](storage::Connection &connection) { return storage::readRunTable(connection); },
        [this](RunTable table) { showTable(std::move(table)); },
        [this](const Error &error) {
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { read(); });
        });
    readViews();
}

void ComparePage::showTable(RunTable table)
{
    if (table.rows.empty()) {
        showEmpty({.icon = QStringLiteral("page-compare"),
                   .title = tr("There is nothing to compare yet"),
                   .text = tr("Here runs stand beside each other: which answers best, which forgets least, what each "
                              "costs, and whether the difference could be chance."),
                   .primary = tr("Train"),
                   .onPrimary = [this] { Q_EMIT openPage(QStringLiteral("train")); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); },
                   .details = {}});
        return;
    }
    const bool first = m_model->table().rows.empty();
    m_model->setRuns(std::move(table));
    const bool known = m_model->settings().rows() == m_model->table().rows.size();
    if (!known) {
        readSettings();
    }
    if (!m_wanted.isEmpty() || !m_wantedPin.isEmpty()) {
        m_model->clearTicks();
        m_model->setTicked(m_wanted, true);
        m_model->setPinned(m_wantedPin);
        m_wanted.clear();
        m_wantedPin.clear();
    }
    if (known) {
        begin();
    }
    if (measuredSignature() != m_measured) {
        drawSoon();
    }
    showContent();
    selectionMoved();
    if (first && isVisible()) {
        m_table->setFocus(Qt::OtherFocusReason);  // so that the keys of the page work at once
    }
}

void ComparePage::readSettings()
{
    std::vector<std::int64_t> runs;
    for (const RunRow &row : m_model->table().rows) {
        runs.push_back(row.id);
    }
    session()->read(
        this, [runs](storage::Connection &connection) { return storage::readRunSettings(connection, runs); },
        [this, runs](RunSettings settings) {
            const bool still = std::ranges::equal(runs, m_model->table().rows, {}, {}, &RunRow::id);
            if (still) {
                m_model->setSettings(std::move(settings));
                begin();
                drawSoon();  // groups are known now
            }
        });
}

void ComparePage::begin()
{
    m_begins = m_begins && m_model->pinned().isEmpty();  // which is drawn
    if (!m_begins) {
        return;
    }
    const std::vector<RunRow> &rows = m_model->table().rows;
    const std::vector<std::size_t> chosen = runsToBeginWith(m_model->scene(), m_model->matchingRows(), kMostBegun);
    if (chosen.empty()) {
        return;
    }
    for (const std::size_t row : chosen) {
        m_begun.prepend(QString::fromStdString(rows[row].uuid));  // the newest is the last that was ticked
    }
    m_model->setTicked(m_begun, true);
    m_begins = false;
    m_bar->setStart(tr("For a start the newest finished run of each recipe over %1 is ticked, at most %2. Esc unticks "
                       "them.")
                        .arg(QString::fromStdString(rows[chosen.front()].sequence))
                        .arg(kMostBegun));
}

void ComparePage::ticksMoved()
{
    if (m_model->ticked() == m_begun) {
        return;  // another baseline
    }
    m_begins = false;  // somebody has chosen
    m_begun.clear();
    m_bar->setStart({});
}

void ComparePage::arranged()
{
    const CompareModel &model = *m_model;
    m_bar->setCounts(model.matching(), model.table().rows.size(), model.settingsLeft());
    const RunRow *baseline = model.run(model.pinned());
    m_bar->setBaseline(baseline == nullptr ? QString() : QString::fromStdString(baseline->name));
    m_tableOrNone->setCurrentIndex(model.rowCount() > 0 ? 0 : 1);
    m_group->setChecked(model.grouped());
}

void ComparePage::selectAgain()
{
    QItemSelection again;
    for (const QString &uuid : std::as_const(m_selected)) {
        if (const QModelIndex index = m_model->indexOf(uuid); index.isValid()) {
            again.select(index, index.siblingAtColumn(m_model->columnCount() - 1));
        }
    }
    m_table->selectionModel()->select(again, QItemSelectionModel::ClearAndSelect);
    if (!again.isEmpty()) {
        m_table->selectionModel()->setCurrentIndex(again.indexes().front(), QItemSelectionModel::NoUpdate);
    }
    selectionMoved();
}

void ComparePage::selectionMoved()
{
    m_selected = m_table->selectedRuns();
    std::vector<const RunRow *> runs;
    for (const QString &uuid : std::as_const(m_selected)) {
        if (const RunRow *run = m_model->run(uuid)) {
            runs.push_back(run);
        }
    }
    m_inspector->setRuns(runs, m_model->table());
    m_bar->setCanPin(!runs.empty());
    m_decide->setEnabled(!runs.empty() || !m_model->ticked().isEmpty());
    m_export->setEnabled(!exported().isEmpty());
}

void ComparePage::drawSoon()
{
    if (!m_drawSoon->isActive()) {
        m_drawSoon->start();
    }
}

QString ComparePage::measuredSignature() const
{
    QStringList parts;
    for (const ComparedLine &line : m_model->lines()) {
        for (const QString &uuid : line.uuids) {
            const RunRow &run = *m_model->run(uuid);
            parts << QStringLiteral("%1 %2 %3").arg(run.id).arg(run.learned).arg(run.accuracy.value_or(-1), 0, 'g', 17);
        }
    }
    return parts.join(QLatin1Char(' '));
}

void ComparePage::draw()
{
    const QString signature = measuredSignature();
    std::vector<ComparedLine> lines = m_model->lines();
    if (lines.size() > kMostDrawn) {
        showBanner(
            {.role = theme::Role::Caution,
             .text = tr("Of %n ticked row(s) the first %1 are drawn.", nullptr, int(lines.size())).arg(kMostDrawn),
             .action = tr("Untick all"),
             .onAction = [this] {
                 hideBanner();
                 m_model->clearTicks();
             }});
        lines.resize(kMostDrawn);
    }
    m_charts->setLines(lines, signature != m_measured);
    m_measured = signature;
    m_decide->setEnabled(!m_selected.isEmpty() || !m_model->ticked().isEmpty());
    m_export->setEnabled(!exported().isEmpty());
}

}  // namespace atlas::widgets
