#include "widgets/results/cost_panel.h"

#include "widgets/charts/bar_chart.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

CostPanel::CostPanel(QWidget *parent) : ResultPanel(parent), m_costs(new PlainTable(this))
{
    m_costs->setObjectName(QStringLiteral("costTable"));
    m_costs->setAccessibleName(tr("Cost of each task"));
    auto *charts = new CardSplitter(Qt::Horizontal, QStringLiteral("costChartsSplitter"), this);
    for (ChartView *view : makeCharts(ResultChart::Place::Cost)) {
        charts->addWidget(view);
    }
    auto *splitter = new CardSplitter(Qt::Vertical, QStringLiteral("costSplitter"), this);
    splitter->addWidget(charts);
    splitter->addWidget(m_costs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(splitter);
    for (auto *chart : findChildren<BarChart *>()) {
        connect(chart, &BarChart::barChosen, this,
                [this, chart](int bar) { Q_EMIT taskChosen(chart->bars()[std::size_t(bar)].style); });
    }
}

void CostPanel::chooseTask(int task)
{
    for (auto *chart : findChildren<BarChart *>()) {
        const auto found = std::ranges::find(chart->bars(), task, &Bar::style);
        chart->setCurrentBar(found == chart->bars().end() ? -1 : int(found - chart->bars().begin()));
    }
}

void CostPanel::showResults(bool)
{
    std::vector<QStringList> rows;
    TaskCost sum;
    for (const TaskCost &cost : results().costs) {
        rows.push_back({taskName(results(), cost.task), format::duration(cost.trainSeconds),
                        format::number(cost.samplesPerSecond), format::count(cost.adapterParameters),
                        format::count(cost.headParameters), format::bytes(double(cost.bytesAdded)),
                        format::bytes(double(cost.peakMemoryBytes))});
        sum.trainSeconds += cost.trainSeconds;
        sum.adapterParameters += cost.adapterParameters;
        sum.headParameters += cost.headParameters;
        sum.bytesAdded += cost.bytesAdded;
        sum.peakMemoryBytes = std::max(sum.peakMemoryBytes, cost.peakMemoryBytes);
    }
    if (rows.size() > 1) {
        rows.push_back({tr("All tasks"),
                        format::duration(sum.trainSeconds),
                        {},
                        format::count(sum.adapterParameters),
                        format::count(sum.headParameters),
                        format::bytes(double(sum.bytesAdded)),
                        format::bytes(double(sum.peakMemoryBytes))});
    }
    m_costs->setContent(
        {{tr("Task"), false},
         {tr("Time"), true, tr("Training, with validation within it")},
         {tr("Samples/s"), true, tr("Training samples a second")},
         {tr("Adapter"), true,
          withTerm(tr("Parameters of adapters and gates that the task added"), QStringLiteral("adapter"))},
         {tr("Head"), true, withTerm(tr("Parameters of the task's head"), QStringLiteral("head"))},
         {tr("Size"), true, tr("Size of the task's package on disk")},
         {tr("Memory"), true, tr("Most memory used while it was learned")}},
        rows);
}

}  // namespace atlas::widgets
