#include "widgets/results/results_inspector.h"

#include "core/label_share.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_samples.h"
#include "widgets/session.h"
#include "widgets/train/run_words.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kSamplesHeight = 340;  ///< pixels: a few rows; below it the inspector scrolls
}

ResultsInspector::ResultsInspector(QWidget *parent)
    : QWidget(parent), m_tabs(new QTabWidget(this)), m_runFacts(new FactList(m_tabs)),
      m_cellTitle(theme::groupTitle({}, m_tabs)), m_cellFacts(new FactList(m_tabs)), m_samples(new CellSamples(m_tabs))
{
    m_tabs->setObjectName(QStringLiteral("resultsInspectorTabs"));
    m_tabs->setDocumentMode(true);
    auto *run = new QWidget(m_tabs);
    auto *runLayout = new QVBoxLayout(run);
    runLayout->setContentsMargins(0, theme::kMargin, 0, 0);
    runLayout->addWidget(m_runFacts);
    runLayout->addStretch();
    auto *cell = new QWidget(m_tabs);
    auto *cellLayout = new QVBoxLayout(cell);
    cellLayout->setContentsMargins(0, theme::kMargin, 0, 0);
    cellLayout->setSpacing(theme::kGap);
    cellLayout->addWidget(m_cellTitle);
    cellLayout->addWidget(m_samples, 1);
    m_cellTitle->setObjectName(QStringLiteral("cellTitle"));
    m_cellTitle->setWordWrap(true);
    m_samples->setMinimumHeight(kSamplesHeight);
    auto *larger = new QPushButton(tr("Larger"), cell);
    larger->setObjectName(QStringLiteral("cellLarger"));
    larger->setToolTip(tr("The same list over the whole page (Enter on the cell)"));
    theme::makeQuiet(larger);
    cellLayout->addWidget(larger, 0, Qt::AlignLeft);
    cellLayout->addWidget(m_cellFacts);
    m_tabs->addTab(run, tr("Run"));
    m_tabs->addTab(cell, tr("Samples"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kMargin);
    layout->addWidget(m_tabs);
    connect(larger, &QPushButton::clicked, this, &ResultsInspector::samplesWanted);
    connect(m_samples, &CellSamples::openPage, this, &ResultsInspector::openPage);
}

void ResultsInspector::setResults(Session *session, const RunResults &results)
{
    const bool another = results.run.uuid != m_results.run.uuid;
    m_session = session;
    m_results = results;
    if (another || results.cell(m_after, m_eval) == nullptr) {
        m_after = m_eval = -1;
    }
    showRun();
    showCell();
}

void ResultsInspector::chooseCell(int afterTask, int evalTask)
{
    m_after = afterTask;
    m_eval = evalTask;
    m_tabs->setCurrentIndex(1);
    showCell();
}

void ResultsInspector::showRun()
{
    const RunRecord &run = m_results.run;
    m_runFacts->clear();
    m_runFacts->add(tr("Status"), statusWord(run.status));
    if (!run.message.empty()) {
        m_runFacts->add(tr("Message"), messageOf(run));
    }
    m_runFacts->add(tr("Strategy"), strategyWord(run.spec.strategy), false, strategyTip(run.spec.strategy));
    m_runFacts->add(tr("Sequence"), QString::fromStdString(run.spec.sequence));
    m_runFacts->add(tr("Data"),
                    m_results.data.empty() ? tr("not recorded") : QString::fromStdString(versionTitles(m_results.data)),
                    false, tr("The version of each dataset that the run learned from"));
    m_runFacts->add(tr("Seed"), QString::number(run.spec.seed));
    m_runFacts->add(tr("Backbone"), QString::fromStdString(run.spec.backboneName));
    m_runFacts->add(tr("Samples a task"),
                    run.spec.maxTrain > 0 ? tr("at most %1").arg(format::count(run.spec.maxTrain)) : tr("all"));
    if (const double share = trainShare(run.spec); share < 1) {
        m_runFacts->add(tr("Share of labels"), format::percent(share));
    }
    m_runFacts->add(tr("Started"), run.startedUs > 0 ? format::dateTime(run.startedUs) : tr("not yet"));
    m_runFacts->addId(tr("Id"), QString::fromStdString(run.uuid));
    m_runFacts->add(tr("Formulas"), tr("version %1").arg(kFormulaVersion));
}

void ResultsInspector::showCell()
{
    const AccuracyCell *cell = m_results.cell(m_after, m_eval);
    m_cellFacts->clear();
    m_cellFacts->setVisible(cell != nullptr);
    m_cellTitle->setVisible(cell != nullptr);
    findChild<QPushButton *>(QStringLiteral("cellLarger"))->setVisible(cell != nullptr);
    if (cell == nullptr) {
        m_samples->clear();
        return;
    }
    m_cellTitle->setText(tr("%1 after %2 was learned: %3")
                             .arg(taskName(m_results, m_eval), taskName(m_results, m_after),
                                  format::percent(m_results.score(m_after, m_eval))));
    if (const QString version = dataOf(m_results, m_eval); !version.isEmpty()) {
        m_cellFacts->add(tr("Data"), version);
    }
    for (const auto &[name, value] : cell->scores) {
        const bool router = name == kRouterAccuracy;
        m_cellFacts->add(router ? tr("Task found") : scoreTitle(name), format::percent(value), false,
                         router ? tr("Share of the test samples whose task is found without being named") : QString());
    }
    m_cellFacts->add(tr("A sample takes"), tr("%1 ms").arg(format::number(1000 * cell->secondsPerSample)));
    m_cellFacts->addId(tr("Answers' SHA-256"), QString::fromStdString(cell->logitsSha256));
    m_samples->setCell(m_session, m_results, m_after, m_eval);
}

}  // namespace atlas::widgets
