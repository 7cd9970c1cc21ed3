#include "widgets/results/overview_panel.h"

#include "widgets/charts/card_splitter.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/theme.h"

#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kLowestCurves = 140;  ///< pixels: two stand above each other in the smallest window
}

OverviewPanel::OverviewPanel(QWidget *parent) : ResultPanel(parent)
{
    auto *across = new CardSplitter(Qt::Horizontal, QStringLiteral("resultsSplitter"), this);
    for (ChartView *view : makeCharts(ResultChart::Place::Main)) {
        across->addWidget(view);
    }
    auto *beside = new CardSplitter(Qt::Vertical, QStringLiteral("resultsCurvesSplitter"), across);
    for (ChartView *view : makeCharts(ResultChart::Place::Beside)) {
        view->setMinimumHeight(kLowestCurves);
        beside->addWidget(view);
    }
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(across);
    for (auto *map : findChildren<HeatMap *>()) {
        connect(map, &HeatMap::cellChosen, this, &ResultPanel::cellChosen);
        connect(map, &HeatMap::cellActivated, this, &ResultPanel::cellActivated);
    }
}

void OverviewPanel::chooseTask(int task)
{
    for (auto *chart : findChildren<LineChart *>()) {
        chart->setHighlight(task);
    }
}

void OverviewPanel::chooseCell(int afterTask, int evalTask)
{
    for (auto *map : findChildren<HeatMap *>()) {
        map->setCurrentCell(afterTask, evalTask);
    }
}

}  // namespace atlas::widgets
