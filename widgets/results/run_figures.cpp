#include "widgets/results/run_figures.h"

#include "core/answer_changes.h"
#include "core/paired.h"
#include "storage/result_store.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunFigures)
};

struct Cost {
    double seconds = 0;
    double bytes = 0;
    qint64 parameters = 0;
};

Cost costOf(const RunResults &results)
{
    Cost sum;
    for (const TaskCost &cost : results.costs) {
        sum.seconds += cost.trainSeconds;
        sum.bytes += double(cost.bytesAdded);
        sum.parameters += cost.adapterParameters + cost.headParameters;
    }
    return sum;
}

QString against(double difference, const RunResults &rival)
{
    const QString name = QString::fromStdString(rival.run.name);
    return std::abs(difference) < kNoticeable ? Tr::tr("same as %1").arg(name)
                                              : Tr::tr("%1 against %2").arg(format::points(difference), name);
}

QString times(double ratio, const RunResults &rival)
{
    constexpr double kSame = 0.005;
    const QString name = QString::fromStdString(rival.run.name);
    return std::abs(ratio - 1) < kSame
               ? Tr::tr("same as %1").arg(name)
               : Tr::tr("%1 times that of %2").arg(format::number(ratio, ratio < 1 ? 2 : 3), name);
}

RunFigure accuracyFigure(const RunResults &results, const std::optional<RunResults> &rival)
{
    const AccuracyMatrix matrix = results.matrix();
    const auto average = averageAccuracy(matrix);
    const int n = int(matrix.size());
    qint64 samples = 0;
    for (int task = 0; task < n; ++task) {
        samples += results.cell(n - 1, task)->n;
    }
    RunFigure figure{.id = QStringLiteral("averageAccuracy"),
                     .name = Tr::tr("Average accuracy"),
                     .value = format::percent(average),
                     .detail = Tr::tr("no task learned yet"),
                     .rival = {},
                     .help = Tr::tr("The mean over all tasks learned so far of the score on their test splits, after "
                                    "the last of them. The interval is 95 %, from the number of test samples.\n"
                                    "Formula: mean_j R[T-1][j]")};
    if (average) {
        figure.detail = Tr::tr("±%1 points · %2 of %3 tasks · n = %4")
                            .arg(format::percentNumber(averageInterval(results)))
                            .arg(n)
                            .arg(results.tasks.size())
                            .arg(format::count(samples));
        if (rival && averageAccuracy(rival->matrix())) {
            figure.rival = against(*average - *averageAccuracy(rival->matrix()), *rival);
        }
    }
    return figure;
}

RunFigure forgettingFigure(const RunResults &results, const std::optional<RunResults> &rival,
                           std::optional<double> interval)
{
    const AccuracyMatrix matrix = results.matrix();
    const auto forgotten = forgettingFromFirst(matrix);
    RunFigure figure{.id = QStringLiteral("forgetting"),
                     .name = Tr::tr("Forgetting"),
                     .value = forgotten ? format::points(*forgotten).remove(QLatin1Char('+')) : Tr::tr("not defined"),
                     .detail = matrix.size() < 2 ? Tr::tr("needs two tasks") : Tr::tr("all tasks were learned at once"),
                     .rival = {},
                     .help = Tr::tr("The mean over earlier tasks of the score right after learning minus the score "
                                    "now. Below 0 they became better. The interval is 95 %, from the same test "
                                    "samples then and now.\nFormula: mean_{j<T-1} R[j][j] - R[T-1][j]")};
    if (forgotten) {
        const Drop worst = largestForgetting(matrix);
        figure.detail = worst.amount < kNoticeable
                            ? Tr::tr("every earlier task is as good as when it was learned")
                            : (worst.tasks.size() > 1 ? Tr::tr("most on %1: %2 each") : Tr::tr("most on %1: %2"))
                                  .arg(taskNames(results, worst.tasks), format::unsignedPoints(worst.amount));
        if (interval) {
            figure.detail = Tr::tr("±%1 points · %2").arg(format::percentNumber(*interval), figure.detail);
        }
        if (rival && forgettingFromFirst(rival->matrix())) {
            figure.rival = against(*forgotten - *forgettingFromFirst(rival->matrix()), *rival);
        }
    }
    return figure;
}

RunFigure sizeFigure(const RunResults &results, const std::optional<RunResults> &rival)
{
    const Cost cost = costOf(results);
    const auto tasks = std::max<qsizetype>(1, qsizetype(results.costs.size()));
    RunFigure figure{.id = QStringLiteral("size"),
                     .name = Tr::tr("Size added"),
                     .value = format::bytes(cost.bytes),
                     .detail = Tr::tr("%1 a task · %2 parameters")
                                   .arg(format::bytes(cost.bytes / double(tasks)), format::count(cost.parameters)),
                     .rival = {},
                     .help = Tr::tr("What the tasks' packages (adapters, gates and heads) take on disk. The backbone "
                                    "is shared and not counted. It is counted, so it has no interval.\n"
                                    "Formula: sum of bytes over tasks")};
    if (results.costs.empty()) {
        figure.detail = Tr::tr("no task learned yet");
    } else if (rival && costOf(*rival).bytes > 0) {
        figure.rival = times(cost.bytes / costOf(*rival).bytes, *rival);
    }
    return figure;
}

RunFigure timeFigure(const RunResults &results, const std::optional<RunResults> &rival)
{
    const Cost cost = costOf(results);
    RunFigure figure{.id = QStringLiteral("time"),
                     .name = Tr::tr("Training time"),
                     .value = format::duration(cost.seconds),
                     .detail = Tr::tr("no task learned yet"),
                     .rival = {},
                     .help = Tr::tr("Seconds of training and of validation within it, summed over the tasks. It is "
                                    "measured once, so it has no interval.\nFormula: sum of seconds over tasks")};
    if (!results.costs.empty()) {
        const QString each = format::duration(cost.seconds / double(results.costs.size()));
        const QString host = QString::fromStdString(results.run.host);
        figure.detail = host.isEmpty() ? Tr::tr("%1 a task").arg(each) : Tr::tr("%1 a task · on %2").arg(each, host);
        if (rival && costOf(*rival).seconds > 0) {
            figure.rival = times(cost.seconds / costOf(*rival).seconds, *rival);
        }
    }
    return figure;
}

}  // namespace

double averageInterval(const RunResults &results)
{
    const AccuracyMatrix matrix = results.matrix();
    if (matrix.empty()) {
        return 0;
    }
    const int last = int(matrix.size()) - 1;
    double variance = 0;
    for (int task = 0; task <= last; ++task) {
        const double se =
            standardErrorOfShare(matrix[std::size_t(last)][std::size_t(task)], double(results.cell(last, task)->n));
        variance += se * se;
    }
    return 1.96 * std::sqrt(variance) / double(matrix.size());
}

std::optional<double> forgettingInterval(storage::Connection &connection, const RunResults &results)
{
    storage::ResultStore store(connection);
    const int last = results.learned() - 1;
    double variance = 0;
    for (int task = 0; task < last; ++task) {
        const auto then = results.score(task, task);
        const auto now = results.score(last, task);
        std::vector<double> before;
        std::vector<double> after;
        for (const AnsweredSample &sample : answerChanges(store.predictions(results.run.id, task, task),
                                                          store.predictions(results.run.id, last, task))) {
            if (sample.then) {
                before.push_back(sample.then->score);
                after.push_back(sample.now.score);
            }
        }
        if (!then || !now || before.empty()) {
            return std::nullopt;
        }
        const MeanDifference difference = meanDifference(before, after);
        constexpr double kRounding = 1e-6;
        if (std::abs(difference.mean - (*now - *then)) > kRounding) {
            return std::nullopt;
        }
        variance += difference.se * difference.se;
    }
    return last > 0 ? std::optional(1.96 * std::sqrt(variance) / last) : std::nullopt;
}

std::vector<RunFigure> runFigures(const RunResults &results, const std::optional<RunResults> &rival,
                                  std::optional<double> forgettingInterval)
{
    return {accuracyFigure(results, rival), forgettingFigure(results, rival, forgettingInterval),
            sizeFigure(results, rival), timeFigure(results, rival)};
}

QString headline(const RunResults &results)
{
    const AccuracyMatrix matrix = results.matrix();
    const QString name = QString::fromStdString(results.run.name);
    const int n = int(matrix.size());
    if (n == 0) {
        return Tr::tr("%1 has not learned a task yet").arg(name);
    }
    const QString average = format::percent(averageAccuracy(matrix));
    if (n == 1) {
        return Tr::tr("%1 learned %2 with %3").arg(name, taskName(results, 0), average);
    }
    const QString learned = n < int(results.tasks.size())
                                ? Tr::tr("%1 has learned %2 of %3 tasks so far: %4 on average")
                                      .arg(name)
                                      .arg(n)
                                      .arg(results.tasks.size())
                                      .arg(average)
                                : Tr::tr("%1 learned %2 tasks: %3 on average").arg(name).arg(n).arg(average);
    const Drop worst = largestForgetting(matrix);
    if (worst.task < 0) {
        return Tr::tr("%1, all at once").arg(learned);
    }
    return worst.amount < kNoticeable
               ? Tr::tr("%1, and nothing was forgotten").arg(learned)
               : (worst.tasks.size() > 1 ? Tr::tr("%1; %2 lost most (%3 each)") : Tr::tr("%1; %2 lost most (%3)"))
                     .arg(learned, taskNames(results, worst.tasks), format::unsignedPoints(worst.amount));
}

}  // namespace atlas::widgets
