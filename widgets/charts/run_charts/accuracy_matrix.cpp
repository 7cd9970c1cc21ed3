#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"
#include "widgets/charts/run_charts/matrix_data.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

QString titleOf(const RunResults &results, const AccuracyMatrix &matrix)
{
    if (matrix.empty()) {
        return Tr::tr("No task has been learned yet");
    }
    const int n = int(matrix.size());
    if (n == 1) {
        return Tr::tr("%1 is answered with %2 right").arg(taskName(results, 0), format::percent(matrix[0][0]));
    }
    const Drop worst = largestForgetting(matrix);
    if (worst.amount < kNoticeable) {
        return Tr::tr("All %n tasks keep what they were learned with", nullptr, n);
    }
    return (worst.tasks.size() > 1
                ? Tr::tr("After %n tasks, %1 have lost most: %2 each since they were learned", nullptr, n)
                : Tr::tr("After %n tasks, %1 has lost most: %2 since it was learned", nullptr, n))
        .arg(taskNames(results, worst.tasks), format::unsignedPoints(worst.amount));
}

void show(ChartView &view, const RunResults &results)
{
    auto &map = static_cast<HeatMap &>(view);
    const AccuracyMatrix matrix = results.matrix();
    HeatMapData data = matrixData(
        results, [&](int after, int eval) { return results.score(after, eval); },
        [](double score) { return format::percentNumber(score); });
    data.valueTitle = scoreWord(results);
    data.outlineDiagonal = true;
    map.setTitle(titleOf(results, matrix));
    qint64 samples = 0;
    for (int task = 0; task < results.learned(); ++task) {
        samples += results.cell(results.learned() - 1, task)->n;
    }
    map.setSubtitle(Tr::tr("%1 in %, n = %2 test samples; outlined: just learned")
                        .arg(scoreWord(results).left(1).toUpper() + scoreWord(results).mid(1), format::count(samples)));
    map.setSummary(Tr::tr("%1. Average over tasks: %2.").arg(map.title(), format::percent(averageAccuracy(matrix))));
    map.setData(std::move(data));
}

ChartView *make(QWidget *parent)
{
    return new HeatMap(parent);
}

}  // namespace

ResultChart accuracyMatrix()
{
    return {.name = "accuracyMatrix",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Accuracy matrix"),
            .place = ResultChart::Place::Main,
            .make = &make,
            .show = &show};
}

}  // namespace atlas::widgets
