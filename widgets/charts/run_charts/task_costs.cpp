#include "core/translatable.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/format.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

/// What cost most, as it is written.
struct Most {
    QString value;
    QStringList tasks;  ///< none = no task has been learned
    bool all = false;   ///< each of several tasks cost as much
};

/// A bar for each task.
Most showBars(BarChart &chart, const RunResults &results, double (*valueOf)(const TaskCost &), const BarAxis &axis)
{
    std::vector<Bar> bars;
    for (const TaskCost &cost : results.costs) {
        bars.push_back({.name = taskName(results, cost.task), .value = valueOf(cost), .style = cost.task});
    }
    chart.setBars(std::move(bars), axis);
    if (chart.bars().empty()) {
        return {};
    }
    Most most{.value = axis.text(std::ranges::max_element(chart.bars(), {}, &Bar::value)->value), .tasks = {}};
    for (const Bar &bar : chart.bars()) {
        if (axis.text(bar.value) == most.value) {
            most.tasks << bar.name;
        }
    }
    most.all = most.tasks.size() > 1 && most.tasks.size() == qsizetype(chart.bars().size());
    return most;
}

void showTime(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<BarChart &>(view);
    const Most most =
        showBars(chart, results, [](const TaskCost &cost) { return cost.trainSeconds; },
                 {.nameTitle = Tr::tr("task"), .valueTitle = Tr::tr("training time"), .text = &format::duration});
    chart.setTitle(most.tasks.isEmpty() ? Tr::tr("No task has been learned yet")
                   : most.all           ? Tr::tr("Every task took as long: %1").arg(most.value)
                                        : Tr::tr("%1 took longest: %2").arg(listed(most.tasks), most.value));
    chart.setSubtitle(Tr::tr("Training of each task, with validation within it"));
}

void showSize(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<BarChart &>(view);
    const Most most =
        showBars(chart, results, [](const TaskCost &cost) { return double(cost.bytesAdded); },
                 {.nameTitle = Tr::tr("task"), .valueTitle = Tr::tr("size on disk"), .text = &format::bytes});
    chart.setTitle(most.tasks.isEmpty() ? Tr::tr("No task has been learned yet")
                   : most.all           ? Tr::tr("Every task added as much: %1").arg(most.value)
                                        : Tr::tr("%1 added most: %2").arg(listed(most.tasks), most.value));
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
