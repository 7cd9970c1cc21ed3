#include "widgets/compare/compare_curves.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CompareCurves)
};

/// The figure of a run after each of its tasks; NaN where there is none.
using OverTasks = std::function<std::vector<double>(const storage::RunCurve &curve)>;

/// A measure of the matrix as it was after each task.
std::vector<double> ofBeginnings(const AccuracyMatrix &matrix, std::optional<double> (*measure)(const AccuracyMatrix &))
{
    std::vector<double> values;
    AccuracyMatrix beginning;
    for (const std::vector<double> &row : matrix) {
        beginning.push_back(row);
        values.push_back(measure(beginning).value_or(std::nan("")));
    }
    return values;
}

std::vector<QString> taskNames(const std::vector<DrawnLine> &drawn)
{
    std::vector<std::string> longest;
    std::size_t learned = 0;
    bool same = true;
    for (const DrawnLine &line : drawn) {
        for (const storage::RunCurve &curve : line.curves) {
            const std::size_t common = std::min(longest.size(), curve.tasks.size());
            same = same && std::equal(longest.begin(), longest.begin() + std::ptrdiff_t(common), curve.tasks.begin());
            longest = curve.tasks.size() > longest.size() ? curve.tasks : longest;
            learned = std::max(learned, curve.matrix.size());
        }
    }
    std::vector<QString> names;
    for (std::size_t i = 0; i < learned; ++i) {
        names.push_back(same && i < longest.size() ? QString::fromStdString(longest[i]) : QString::number(i + 1));
    }
    return names;
}

TaskLines linesOf(const std::vector<DrawnLine> &drawn, const OverTasks &overTasks)
{
    TaskLines out;
    out.names = taskNames(drawn);
    out.leastSeeds = drawn.empty() ? 0 : std::numeric_limits<int>::max();
    for (const DrawnLine &line : drawn) {
        std::vector<std::vector<double>> values(out.names.size());
        for (const storage::RunCurve &curve : line.curves) {
            const std::vector<double> own = overTasks(curve);
            for (std::size_t i = 0; i < own.size(); ++i) {
                values[i].push_back(own[i]);
            }
        }
        std::vector<double> places(values.size());
        std::iota(places.begin(), places.end(), 0.0);
        out.lines.push_back(spreadLine(line.line.name, line.style, places, values));
        out.leastSeeds = std::min(out.leastSeeds, int(line.curves.size()));
        out.mostSeeds = std::max(out.mostSeeds, int(line.curves.size()));
    }
    return out;
}

}  // namespace

LineSeries spreadLine(const QString &name, int style, const std::vector<double> &x,
                      const std::vector<std::vector<double>> &values)
{
    LineSeries line{.name = name, .style = style, .points = {}, .low = {}, .high = {}};
    bool several = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const RunFigureSpread spread = spreadOf(values[i]);
        if (!spread.mean) {
            continue;
        }
        several = several || spread.sd;
        line.points.emplace_back(x[i], *spread.mean);
        line.low.push_back(*spread.mean - spread.sd.value_or(0));
        line.high.push_back(*spread.mean + spread.sd.value_or(0));
    }
    if (!several) {
        line.low.clear();
        line.high.clear();
    }
    return line;
}

TaskLines averageOverTasks(const std::vector<DrawnLine> &drawn)
{
    return linesOf(drawn, [](const storage::RunCurve &curve) { return ofBeginnings(curve.matrix, averageAccuracy); });
}

TaskLines forgettingOverTasks(const std::vector<DrawnLine> &drawn)
{
    return linesOf(drawn,
                   [](const storage::RunCurve &curve) { return ofBeginnings(curve.matrix, forgettingFromFirst); });
}

TaskLines scoreOverTasks(const std::vector<DrawnLine> &drawn, const std::string &task)
{
    return linesOf(drawn, [&task](const storage::RunCurve &curve) {
        const auto place = std::size_t(std::ranges::find(curve.tasks, task) - curve.tasks.begin());
        std::vector<double> values;
        for (const std::vector<double> &row : curve.matrix) {
            values.push_back(place < row.size() ? row[place] : std::nan(""));
        }
        return values;
    });
}

QString seedsWords(int lines, int leastSeeds, int mostSeeds)
{
    const QString seeds =
        mostSeeds <= 1 ? Tr::tr("%n line(s) of 1 seed each: no band.", nullptr, lines)
        : leastSeeds == mostSeeds
            ? Tr::tr("%n line(s): mean of %1 seeds, band ± one standard deviation.", nullptr, lines).arg(mostSeeds)
            : Tr::tr("%n line(s): mean of %1 to %2 seeds, band ± one standard deviation.", nullptr, lines)
                  .arg(leastSeeds)
                  .arg(mostSeeds);
    return lines <= kMostNamed
               ? seeds
               : Tr::tr("%1 So many lines: one stands out, the baseline or the row you point at.").arg(seeds);
}

}  // namespace atlas::widgets
