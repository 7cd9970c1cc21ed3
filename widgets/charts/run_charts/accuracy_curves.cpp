#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

QString titleOf(const RunResults &results, const AccuracyMatrix &matrix)
{
    if (matrix.size() < 2) {
        return Tr::tr("Curves begin with the second task");
    }
    const Drop worst = largestStep(matrix);
    if (worst.amount < kNoticeable) {
        return Tr::tr("No task lost anything when later ones were learned");
    }
    return Tr::tr("%1 fell by %2 when %3 was learned")
        .arg(taskName(results, worst.task), format::unsignedPoints(worst.amount), taskName(results, worst.after));
}

void show(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<LineChart &>(view);
    const int n = int(results.tasks.size());
    LineAxes axes;
    axes.xTitle = Tr::tr("after learning");
    axes.yTitle = Tr::tr("%1, %").arg(scoreWord(results));
    axes.form = ValueForm::Share;
    std::vector<LineSeries> series;
    for (int task = 0; task < n; ++task) {
        axes.xNames.push_back(taskName(results, task));
        LineSeries line{.name = Tr::tr("%1  %2").arg(task + 1).arg(taskName(results, task)),
                        .style = task,
                        .points = {},
                        .low = {},
                        .high = {},
                        .data = dataOf(results, task)};
        for (int after = task; after < n; ++after) {
            if (const auto score = results.score(after, task)) {
                line.points.emplace_back(after, *score);
            }
        }
        series.push_back(std::move(line));
    }
    chart.setTitle(titleOf(results, results.matrix()));
    chart.setSubtitle(Tr::tr("Each line is a task and starts where it was learned; %n tasks", nullptr, n));
    chart.setAxes(axes);
    chart.setSeries(std::move(series));
}

ChartView *make(QWidget *parent)
{
    return new LineChart(parent);
}

}  // namespace

ResultChart accuracyCurves()
{
    return {.name = "accuracyCurves",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Accuracy curves"),
            .place = ResultChart::Place::Beside,
            .make = &make,
            .show = &show};
}

}  // namespace atlas::widgets
