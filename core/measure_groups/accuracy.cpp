#include "core/measure_groups/groups.h"
#include "core/translatable.h"

namespace atlas::measure_groups {
namespace {

std::vector<std::optional<double>> lastRow(const ScoreTable &table)
{
    const auto &row = table.matrix.back();
    return {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(table.tasks())};
}

std::vector<std::optional<double>> diagonal(const ScoreTable &table)
{
    std::vector<std::optional<double>> scores;
    for (std::size_t i = 0; i < table.tasks(); ++i) {
        scores.emplace_back(table.matrix[i][i]);
    }
    return scores;
}

/// The joint run's lead per task.
std::vector<std::optional<double>> lead(const ScoreTable &table)
{
    std::vector<std::optional<double>> differences;
    for (std::size_t i = 0; i < table.joint.size(); ++i) {
        differences.emplace_back(table.joint[i] - table.matrix[i][i]);
    }
    return differences;
}

}  // namespace

std::vector<Measure> accuracy()
{
    return {
        {.name = "average_accuracy",
         .title = QT_TRANSLATE_NOOP("Measure", "Average accuracy"),
         .formula = "mean_j R[T-1][j]",
         .help = QT_TRANSLATE_NOOP("Measure", "How well all tasks are answered after the last one was learned."),
         .needs = {&kLearnedOne},
         .value = [](const ScoreTable &table) { return averageAccuracy(table.matrix); },
         .tasks = lastRow},
        {.name = "average_incremental",
         .title = QT_TRANSLATE_NOOP("Measure", "Average incremental accuracy"),
         .formula = "mean_i mean_{j<=i} R[i][j]",
         .help = QT_TRANSLATE_NOOP("Measure", "The average accuracy after each task, averaged over the tasks."),
         .needs = {&kLearnedOne},
         .value = [](const ScoreTable &table) { return averageIncremental(table.matrix); }},
        {.name = "plasticity",
         .title = QT_TRANSLATE_NOOP("Measure", "Plasticity"),
         .formula = "mean_i R[i][i]",
         .help = QT_TRANSLATE_NOOP("Measure", "How well tasks are answered right after they were learned."),
         .needs = {&kLearnedOne},
         .tasks = diagonal},
        {.name = "intransigence",
         .title = QT_TRANSLATE_NOOP("Measure", "Intransigence"),
         .formula = "mean_i R_joint[i] - R[i][i]",
         .help = QT_TRANSLATE_NOOP("Measure", "What learning one after the other costs against learning all tasks at "
                                              "once. Below 0 it gains."),
         .unit = MeasureUnit::Points,
         .better = Better::Lower,
         .needs = {&kLearnedOne, &kJointRun},
         .value = [](const ScoreTable &table) { return intransigence(table.matrix, table.joint); },
         .tasks = lead},
    };
}

}  // namespace atlas::measure_groups
