#include "widgets/charts/run_charts/matrix_data.h"

#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

QString detailsOf(const RunResults &results, int after, int eval)
{
    const AccuracyCell *cell = results.cell(after, eval);
    const double score = results.score(after, eval).value_or(0);
    QString text =
        Tr::tr("%1 after %2 was learned: %3 (±%4 points, n = %5)")
            .arg(taskName(results, eval), taskName(results, after), format::percent(score),
                 format::percentNumber(1.96 * standardErrorOfShare(score, double(cell->n))), format::count(cell->n));
    if (after > eval && results.score(eval, eval)) {
        text += QLatin1Char('\n') +
                Tr::tr("%1 since it was learned").arg(format::points(score - *results.score(eval, eval)));
    }
    if (const QString data = dataOf(results, eval); !data.isEmpty()) {
        text += QLatin1Char('\n') + Tr::tr("Data: %1").arg(data);
    }
    return text;
}

}  // namespace

HeatMapData matrixData(const RunResults &results, const std::function<std::optional<double>(int, int)> &valueOf,
                       const std::function<QString(double)> &textOf)
{
    HeatMapData data;
    data.rowTitle = Tr::tr("after learning");
    data.columnTitle = Tr::tr("judged on");
    const int n = int(results.tasks.size());
    for (int row = 0; row < n; ++row) {
        data.rows << Tr::tr("%1  %2").arg(row + 1).arg(taskName(results, row));
        data.columns << taskName(results, row);
        if (!results.data.empty()) {
            data.columnData << dataOf(results, row);
        }
        std::vector<HeatMapData::Cell> cells(std::size_t(n), HeatMapData::Cell{});
        for (int column = 0; column < n; ++column) {
            if (const auto value = valueOf(row, column)) {
                cells[std::size_t(column)] = {.value = *value,
                                              .level = *value,
                                              .text = textOf(*value),
                                              .details = detailsOf(results, row, column)};
            }
        }
        data.cells.push_back(std::move(cells));
    }
    return data;
}

}  // namespace atlas::widgets
