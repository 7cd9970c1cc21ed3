#include "widgets/results/cost_panel.h"

#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"
#include "widgets/train/decision_list.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kTableWidth = 640;
constexpr int kDecisionsWidth = 380;
}  // namespace

CostPanel::CostPanel(QWidget *parent)
    : QWidget(parent), m_costs(new PlainTable(this)),
      m_decisions(new DecisionList(DecisionList::Order::AsLearned,
                                   tr("This strategy makes no such decision, or none was made yet."), this))
{
    m_costs->setObjectName(QStringLiteral("costTable"));
    m_costs->setAccessibleName(tr("Cost of each task"));
    auto *scroll = new QScrollArea(this);
    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, theme::kGap, 0);
    listLayout->addWidget(m_decisions);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *splitter = new CardSplitter(Qt::Horizontal, QStringLiteral("costSplitter"), this);
    splitter->addWidget(m_costs);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kTableWidth, kDecisionsWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(splitter);
}

void CostPanel::setResults(const RunResults &results)
{
    std::vector<QStringList> rows;
    TaskCost sum;
    for (const TaskCost &cost : results.costs) {
        rows.push_back({taskName(results, cost.task), format::duration(cost.trainSeconds),
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
    m_costs->setContent({{tr("Task"), false},
                         {tr("Time"), true, tr("Training, with validation within it")},
                         {tr("Samples/s"), true, tr("Training samples a second")},
                         {tr("Adapter"), true, tr("Parameters of adapters and gates that the task added")},
                         {tr("Head"), true, tr("Parameters of the task's head")},
                         {tr("Size"), true, tr("Size of the task's package on disk")},
                         {tr("Memory"), true, tr("Most memory used while it was learned")}},
                        rows);

    QStringList tasks;
    for (const Task &task : results.tasks) {
        tasks << QString::fromStdString(task.name);
    }
    m_decisions->setDecisions(results.decisions, tasks);
}

}  // namespace atlas::widgets
