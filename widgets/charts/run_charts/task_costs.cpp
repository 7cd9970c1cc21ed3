#include "core/translatable.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/format.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

/// A bar for each task; returns the longest, or nullptr.
const Bar *showBars(BarChart &chart, const RunResults &results, double (*valueOf)(const TaskCost &),
                    const BarAxis &axis)
{
    std::vector<Bar> bars;
    for (const TaskCost &cost : results.costs) {
        bars.push_back({.name = taskName(results, cost.task), .value = valueOf(cost), .style = cost.task});
    }
    chart.setBars(std::move(bars), axis);
    const Bar *longest = nullptr;
    for (const Bar &bar : chart.bars()) {
        longest = longest == nullptr || bar.value > longest->value ? &bar : longest;
    }
    return longest;
}

void showTime(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<BarChart &>(view);
    const Bar *longest =
        showBars(chart, results, [](const TaskCost &cost) { return cost.trainSeconds; },
                 {.nameTitle = Tr::tr("task"), .valueTitle = Tr::tr("training time"), .text = &format::duration});
    chart.setTitle(longest == nullptr
                       ? Tr::tr("No task has been learned yet")
                       : Tr::tr("%1 took longest: %2").arg(longest->name, format::duration(longest->value)));
    chart.setSubtitle(Tr::tr("Training of each task, with validation within it"));
}

void showSize(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<BarChart &>(view);
    const Bar *longest =
        showBars(chart, results, [](const TaskCost &cost) { return double(cost.bytesAdded); },
                 {.nameTitle = Tr::tr("task"), .valueTitle = Tr::tr("size on disk"), .text = &format::bytes});
    chart.setTitle(longest == nullptr ? Tr::tr("No task has been learned yet")
                                      : Tr::tr("%1 added most: %2").arg(longest->name, format::bytes(longest->value)));
    chart.setSubtitle(Tr::tr("What each task's package (adapter, gates and head) takes on disk"));
}

ChartView *make(QWidget *parent)
{
    return new BarChart(parent);
}

}  // namespace

ResultChart taskTime()
{
    return {.name = "taskTime",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Training time"),
            .place = ResultChart::Place::Cost,
            .make = &make,
            .show = &showTime};
}

ResultChart taskSize()
{
    return {.name = "taskSize",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Size"),
            .place = ResultChart::Place::Cost,
            .make = &make,
            .show = &showSize};
}

}  // namespace atlas::widgets
