#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"
#include "widgets/charts/run_charts/matrix_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

QString titleOf(const RunResults &results, const AccuracyMatrix &matrix)
{
    if (matrix.size() < 2) {
        return Tr::tr("Change since learning can be seen from the second task on");
    }
    const auto measured = backwardTransfer(matrix);
    if (!measured) {
        return Tr::tr("All tasks were learned together: none has changed since");
    }
    const double change = *measured;
    if (std::abs(change) < kNoticeable) {
        return Tr::tr("Earlier tasks stand where they stood when they were learned");
    }
    return change < 0 ? Tr::tr("Earlier tasks lost %1 on average until %2 was learned")
                            .arg(format::unsignedPoints(change), taskName(results, int(matrix.size()) - 1))
                      : Tr::tr("Earlier tasks gained %1 on average until %2 was learned")
                            .arg(format::unsignedPoints(change), taskName(results, int(matrix.size()) - 1));
}

void show(ChartView &view, const RunResults &results)
{
    auto &map = static_cast<HeatMap &>(view);
    const AccuracyMatrix matrix = results.matrix();
    HeatMapData data = matrixData(
        results,
        [&](int after, int eval) -> std::optional<double> {
            const auto now = results.score(after, eval);
            const auto first = results.score(eval, eval);
            return now && first && after >= eval ? std::optional(*now - *first) : std::nullopt;
        },
        [](double change) { return format::points(change).section(QLatin1Char(' '), 0, 0); });
    double range = 0.05;
    for (const auto &row : data.cells) {
        for (const auto &cell : row) {
            range = std::isfinite(cell.value) ? std::max(range, std::ceil(20 * std::abs(cell.value)) / 20) : range;
        }
    }
    for (auto &row : data.cells) {
        for (auto &cell : row) {
            cell.level = cell.value / range;
        }
    }
    data.range = range;
    data.valueTitle = Tr::tr("change");
    data.scale = HeatMapData::Scale::Change;
    map.setTitle(titleOf(results, matrix));
    map.setSubtitle(
        Tr::tr("Points against the %1 right after learning; blue = lost, orange = gained").arg(scoreWord(results)));
    map.setData(std::move(data));
}

ChartView *make(QWidget *parent)
{
    return new HeatMap(parent);
}

}  // namespace

ResultChart changeMatrix()
{
    return {.name = "changeMatrix",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Change"),
            .place = ResultChart::Place::Forgetting,
            .make = &make,
            .show = &show};
}

}  // namespace atlas::widgets
