#include "core/measure_groups/groups.h"
#include "core/translatable.h"

#include <algorithm>

namespace atlas::measure_groups {
namespace {

using Values = std::vector<std::optional<double>>;

/// f(j) for the old tasks; none for the newest, which had no time to be forgotten.
template <typename Function>
Values ofOldTasks(const ScoreTable &table, Function function)
{
    Values values(table.tasks());
    for (std::size_t j = 0; j + 1 < table.tasks(); ++j) {
        values[j] = function(j);
    }
    return values;
}

Values lostSinceLearned(const ScoreTable &table)
{
    return ofOldTasks(table, [&](std::size_t j) { return forgettingOf(table.matrix, j, table.tasks() - 1); });
}

Values lostSinceBest(const ScoreTable &table)
{
    return ofOldTasks(table, [&](std::size_t j) { return bestOf(table.matrix, j) - table.matrix.back()[j]; });
}

Values lostOfAdvantage(const ScoreTable &table)
{
    return ofOldTasks(table, [&](std::size_t j) -> std::optional<double> {
        if (table.random.size() <= j) {
            return std::nullopt;
        }
        const double learned = table.matrix[j][j];
        return climbForgetting(learned, table.matrix.back()[j], table.random[j],
                               standardErrorOfShare(learned, table.counts[j]));
    });
}

Values kept(const ScoreTable &table)
{
    return ofOldTasks(table, [&](std::size_t j) {
        const double learned = table.matrix[j][j];
        return learned > 0 ? std::optional(table.matrix.back()[j] / learned) : std::nullopt;
    });
}

Values worst(const ScoreTable &table)
{
    return ofOldTasks(table, [&](std::size_t j) { return worstAfter(table.matrix, j); });
}

MeasureResult stabilityGap(const MeasureContext &context)
{
    double sum = 0;
    std::int64_t dips = 0;
    for (const InsideScores &inside : context.input().inside) {
        if (!inside.scores.empty()) {
            sum += inside.scores.front() - *std::ranges::min_element(inside.scores);
            ++dips;
        }
    }
    MeasureResult result;
    if (dips > 0) {
        result.value = sum / static_cast<double>(dips);
    }
    return result;
}

}  // namespace

std::vector<Measure> forgetting()
{
    return {
        {.name = "bwt",
         .title = QT_TRANSLATE_NOOP("Measure", "Backward transfer"),
         .formula = "mean_{j<T-1} R[T-1][j] - R[j][j]",
         .help =
             QT_TRANSLATE_NOOP("Measure", "What learning later tasks did to the old ones. Below 0 they became worse. "
                                          "Lopez-Paz and Ranzato 2017."),
         .unit = MeasureUnit::Points,
         .needs = {&kLearnedTwo},
         .value = [](const ScoreTable &table) { return backwardTransfer(table.matrix); }},
        {.name = "forgetting_from_first",
         .title = QT_TRANSLATE_NOOP("Measure", "Forgetting, from first"),
         .formula = "mean_{j<T-1} R[j][j] - R[T-1][j]",
         .help =
             QT_TRANSLATE_NOOP("Measure", "The score of old tasks right after they were learned, less the score now. "
                                          "Below 0 they became better; it is never set to 0."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .needs = {&kLearnedTwo},
         .value = [](const ScoreTable &table) { return forgettingFromFirst(table.matrix); },
         .tasks = lostSinceLearned},
        {.name = "forgetting_from_max",
         .title = QT_TRANSLATE_NOOP("Measure", "Forgetting, from best"),
         .formula = "mean_{j<T-1} max_{j<=l<=T-2} R[l][j] - R[T-1][j]",
         .help =
             QT_TRANSLATE_NOOP("Measure", "The best score an old task ever had before the last one was learned, less "
                                          "the score now. Below 0 it is better than ever; it is never set to 0. "
                                          "Chaudhry and others 2018."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .needs = {&kLearnedTwo},
         .value = [](const ScoreTable &table) { return forgettingFromMax(table.matrix); },
         .tasks = lostSinceBest},
        {.name = "climb_forgetting",
         .title = QT_TRANSLATE_NOOP("Measure", "Forgetting, relative (T_F)"),
         .formula = "mean_{j<T-1} 100 (R[j][j] - R[T-1][j]) / (R[j][j] - S_R[j])",
         .help =
             QT_TRANSLATE_NOOP("Measure", "How much of what a task was better than guessing is gone. Tasks that were "
                                          "learned no better than guessing, within one standard error, are left out. "
                                          "CLiMB 2022."),
         .unit = MeasureUnit::Percent,
         .better = Better::Lower,
         .needs = {&kLearnedTwo, &kRandomScores},
         .tasks = lostOfAdvantage,
         .undefined = QT_TRANSLATE_NOOP("Measure", "Each old task was learned less than one standard error above "
                                                   "guessing: there is nothing to divide by.")},
        {.name = "stability",
         .title = QT_TRANSLATE_NOOP("Measure", "Stability"),
         .formula = "mean_{j<T-1} R[T-1][j] / R[j][j]",
         .help =
             QT_TRANSLATE_NOOP("Measure", "The part of their first score that old tasks have kept: 1 is all of it."),
         .unit = MeasureUnit::Ratio,
         .needs = {&kLearnedTwo},
         .tasks = kept,
         .undefined = QT_TRANSLATE_NOOP("Measure", "Each old task had the score 0 when it was learned.")},
        {.name = "minimum_accuracy",
         .title = QT_TRANSLATE_NOOP("Measure", "Minimum accuracy"),
         .formula = "mean_{j<T-1} min_{l>j} R[l][j]",
         .help =
             QT_TRANSLATE_NOOP("Measure", "The lowest score each old task had after any later task was learned. Dips "
                                          "within the learning of a task are the stability gap's."),
         .needs = {&kLearnedTwo},
         .tasks = worst},
        {.name = "stability_gap",
         .title = QT_TRANSLATE_NOOP("Measure", "Stability gap"),
         .formula = "mean_{i,j<i} V_i[j](0) - min_s V_i[j](s)",
         .help = QT_TRANSLATE_NOOP("Measure",
                                   "How deep old tasks fall on validation while a new one is being learned, V_i[j] "
                                   "at step s of task i, even when they recover. De Lange and others 2023."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .needs = {&kLearnedTwo, &kInsideEvaluations},
         .compute = stabilityGap},
    };
}

}  // namespace atlas::measure_groups
