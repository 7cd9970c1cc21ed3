#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

QString titleOf(const RunResults &results, const AccuracyMatrix &matrix)
{
    if (matrix.size() < 2) {
        return Tr::tr("Forgetting can be seen from the second task on");
    }
    const auto measured = forgettingFromFirst(matrix);
    if (!measured) {
        return Tr::tr("All tasks were learned together: none was forgotten");
    }
    const Drop worst = largestForgetting(matrix);
    if (worst.amount < kNoticeable) {
        return Tr::tr("Nothing is forgotten after %n tasks", nullptr, int(matrix.size()));
    }
    const double average = *measured;
    const QString most =
        (worst.tasks.size() > 1 ? Tr::tr("most was lost on %1 (%2 each)") : Tr::tr("most was lost on %1 (%2)"))
            .arg(taskNames(results, worst.tasks), format::unsignedPoints(worst.amount));
    return average < -kNoticeable
               ? Tr::tr("Earlier tasks gained %1 on average; %2").arg(format::unsignedPoints(average), most)
               : Tr::tr("%1 are forgotten on average; %2").arg(format::unsignedPoints(average), most);
}

void show(ChartView &view, const RunResults &results)
{
    auto &chart = static_cast<LineChart &>(view);
    const AccuracyMatrix matrix = results.matrix();
    LineAxes axes;
    axes.xTitle = Tr::tr("after learning");
    axes.yTitle = Tr::tr("forgotten, points");
    axes.form = ValueForm::Difference;
    axes.referenceY = 0;
    std::vector<LineSeries> series;
    for (int task = 0; task < int(results.tasks.size()); ++task) {
        axes.xNames.push_back(taskName(results, task));
        // The last task has had no time to be forgotten: its line would be one point at 0.
        if (task + 1 >= int(results.tasks.size())) {
            break;
        }
        LineSeries line{.name = Tr::tr("%1  %2").arg(task + 1).arg(taskName(results, task)),
                        .style = task,
                        .points = {},
                        .low = {},
                        .high = {},
                        .data = dataOf(results, task)};
        for (std::size_t after = std::size_t(task); after < matrix.size(); ++after) {
            if (const double forgotten = forgettingOf(matrix, std::size_t(task), after); !std::isnan(forgotten)) {
                line.points.emplace_back(double(after), forgotten);
            }
        }
        series.push_back(std::move(line));
    }
    chart.setTitle(titleOf(results, matrix));
    chart.setSubtitle(Tr::tr("When learned minus now, in points of %1; below 0 = better").arg(scoreWord(results)));
    chart.setAxes(axes);
    chart.setSeries(std::move(series));
}

ChartView *make(QWidget *parent)
{
    return new LineChart(parent);
}

}  // namespace

ResultChart forgettingCurves()
{
    return {.name = "forgettingCurves",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Forgetting curves"),
            .place = ResultChart::Place::Beside,
            .make = &make,
            .show = &show};
}

}  // namespace atlas::widgets
