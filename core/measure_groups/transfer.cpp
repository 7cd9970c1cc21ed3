#include "core/label_share.h"
#include "core/measure_groups/groups.h"
#include "core/run_origin.h"
#include "core/translatable.h"

#include <algorithm>

namespace atlas::measure_groups {
namespace {

using Values = std::vector<std::optional<double>>;

const char *const kGuessing = QT_TRANSLATE_NOOP("Measure", "The single-task run is less than one standard error above "
                                                           "guessing on each task: there is nothing to divide by.");

std::optional<double> transferTo(const ScoreTable &table, std::size_t task)
{
    if (table.single.size() <= task || table.random.size() <= task) {
        return std::nullopt;  // another seed's table: its single-task run is not this one's
    }
    const double single = table.single[task];
    return climbTransfer(table.matrix[task][task], single, table.random[task],
                         standardErrorOfShare(single, table.counts[task]));
}

Values upstreamTransfer(const ScoreTable &table)
{
    Values values;
    for (std::size_t task = 0; task < table.tasks(); ++task) {
        values.push_back(transferTo(table, task));
    }
    return values;
}

/// Nothing was known before the first task, so nothing can be transferred to it.
Values lowShotTransfer(const ScoreTable &table)
{
    Values values(table.tasks());
    for (std::size_t task = 1; task < table.tasks(); ++task) {
        if (table.limited[task]) {
            values[task] = transferTo(table, task);
        }
    }
    return values;
}

/// (share of the labels, average accuracy) of a run that has learned all its tasks; of one that goes on from another
/// run, of the task that it learned itself.
std::optional<std::vector<double>> shareAndScore(const RunResults &run)
{
    const auto average = averageAccuracy(run.matrix());
    if (!average || run.learned() < static_cast<int>(run.tasks.size())) {
        return std::nullopt;
    }
    double used = 0;
    double all = 0;
    std::optional<double> score = average;
    for (int place = 0; place < run.learned(); ++place) {
        if (run.run.spec.origin.tookOver(place)) {
            score = run.score(run.learned() - 1, learnedPlace(run.run.spec, run.tasks.size()));
            continue;
        }
        const auto there = static_cast<double>(run.tasks[static_cast<std::size_t>(place)].trainCount);
        all += there;
        used += usedSamples(run.run.spec, there);
    }
    return all > 0 && score ? std::optional(std::vector{used / all, *score}) : std::nullopt;
}

MeasureResult dataEfficiency(const MeasureContext &context)
{
    MeasureResult result;
    const auto add = [&](const RunResults &run) {
        if (const auto point = shareAndScore(run)) {
            result.table.push_back(*point);
        }
    };
    add(context.input().run);
    std::ranges::for_each(context.input().shares, add);
    std::ranges::sort(result.table);
    if (result.table.size() >= 2 && result.table.front()[0] < result.table.back()[0] && result.table.back()[1] > 0) {
        result.value = result.table.front()[1] / result.table.back()[1];
    }
    return result;
}

}  // namespace

std::vector<Measure> transfer()
{
    return {
        {.name = "fwt",
         .title = QT_TRANSLATE_NOOP("Measure", "Forward transfer"),
         .formula = "mean_{j>=1} R[j-1][j] - b[j]",
         .help = QT_TRANSLATE_NOOP("Measure", "How much better than guessing a task is answered before it is learned. "
                                              "Lopez-Paz and Ranzato 2017."),
         .unit = MeasureUnit::Points,
         .needs = {&kLearnedTwo, &kCellsBeforeLearning, &kRandomScores},
         .value = [](const ScoreTable &table) { return forwardTransfer(table.matrix, table.random); }},
        {.name = "climb_transfer",
         .title = QT_TRANSLATE_NOOP("Measure", "Transfer, relative (T_UK)"),
         .formula = "mean_i 100 (R[i][i] - S_ST[i]) / (S_ST[i] - S_R[i])",
         .help =
             QT_TRANSLATE_NOOP("Measure", "What knowing earlier tasks adds to a task, in percent of what learning it "
                                          "alone reaches above guessing. Tasks that are learned alone no better than "
                                          "guessing, within one standard error, are left out. CLiMB 2022."),
         .unit = MeasureUnit::Percent,
         .needs = {&kLearnedOne, &kRandomScores, &kSingleTaskRun},
         .tasks = upstreamTransfer,
         .undefined = kGuessing},
        {.name = "low_shot_transfer",
         .title = QT_TRANSLATE_NOOP("Measure", "Low-shot transfer (T_LS)"),
         .formula = "mean_{i>=1, few labels} 100 (R[i][i] - S_ST[i]) / (S_ST[i] - S_R[i])",
         .help =
             QT_TRANSLATE_NOOP("Measure", "The same over the tasks after the first that were learned from only a part "
                                          "of their samples, against single-task runs with as few. CLiMB 2022."),
         .unit = MeasureUnit::Percent,
         .needs = {&kLearnedTwo, &kFewLabels, &kRandomScores, &kSingleTaskRun},
         .tasks = lowShotTransfer,
         .undefined = kGuessing},
        {.name = "data_efficiency",
         .title = QT_TRANSLATE_NOOP("Measure", "Data efficiency"),
         .formula = "ACC(s_min) / ACC(s_max), s = share of the labels",
         .help = QT_TRANSLATE_NOOP("Measure", "The average accuracy with the fewest labels, as a part of that with the "
                                              "most; the table has one row for each number that was tried."),
         .unit = MeasureUnit::Ratio,
         .needs = {&kLearnedOne, &kOtherShares},
         .compute = dataEfficiency},
    };
}

}  // namespace atlas::measure_groups
