#include "core/answer_measures.h"
#include "core/measure_groups/groups.h"
#include "core/scores.h"
#include "core/translatable.h"

#include <algorithm>
#include <cmath>

namespace atlas::measure_groups {
namespace {

/// The mean over tasks as the value, and what it stands on.
MeasureResult overTasks(const MeasureContext &context, std::vector<TaskValue> tasks)
{
    MeasureResult result;
    double sum = 0;
    int defined = 0;
    for (std::size_t j = 0; j < tasks.size(); ++j) {
        if (tasks[j].value) {
            sum += *tasks[j].value;
            ++defined;
            result.n += static_cast<std::int64_t>(context.table().counts[j]);
        }
    }
    if (defined > 0) {
        result.value = sum / defined;
    }
    result.tasks = std::move(tasks);
    return result;
}

/// A score that the engine took of every evaluation, as a measure of the last row.
Measure ofScore(const Score &score)
{
    const auto compute = [name = score.name](const MeasureContext &context) {
        const RunResults &run = context.input().run;
        const int last = static_cast<int>(context.table().tasks()) - 1;
        std::vector<TaskValue> tasks;
        for (int task = 0; task <= last; ++task) {
            const auto &scores = run.cell(last, task)->scores;
            const auto found = scores.find(name);
            tasks.push_back({found == scores.end() ? std::nullopt : std::optional(found->second), {}});
        }
        return overTasks(context, std::move(tasks));
    };
    return {.name = score.name,
            .title = score.title,
            .formula = score.formula,
            .help = score.help,
            .needs = {&kLearnedOne},
            .perTask = true,
            .compute = compute,
            .context = "Score",
            .undefined = QT_TRANSLATE_NOOP("Measure", "This score was not taken when the run was evaluated.")};
}

/// f(answers, task) of each task whose answers are stored.
template <typename Function>
MeasureResult ofAnswers(const MeasureContext &context, Function function)
{
    std::vector<TaskValue> tasks(context.table().tasks());
    for (std::size_t j = 0; j < std::min(tasks.size(), context.input().answers.size()); ++j) {
        if (!context.input().answers[j].empty()) {
            tasks[j] = function(context.input().answers[j], context.input().run.tasks[j]);
        }
    }
    return overTasks(context, std::move(tasks));
}

TaskValue lowestRecall(const std::vector<Prediction> &answers, const Task &task)
{
    TaskValue value;
    value.classes = recallByClass(confusionCounts(answers, task.classes.size()));
    for (const double recall : value.classes) {
        if (!std::isnan(recall)) {
            value.value = std::min(value.value.value_or(1), recall);
        }
    }
    return value;
}

/// Several labels at once have no one confidence that could be held against being right.
TaskValue calibration(const std::vector<Prediction> &answers, const Task &task)
{
    return {task.labelForm == LabelForm::Multi ? std::nullopt : calibrationError(answers), {}};
}

}  // namespace

std::vector<Measure> answers()
{
    std::vector<Measure> list;
    for (const Score &score : scores()) {
        list.push_back(ofScore(score));
    }
    list.push_back({.name = "class_recall",
                    .title = QT_TRANSLATE_NOOP("Measure", "Recall of the weakest class"),
                    .formula = "min_c TP_c / (TP_c + FN_c)",
                    .help = QT_TRANSLATE_NOOP("Measure", "The share of its samples that the class found least often is "
                                                         "given; the list has every class."),
                    .needs = {&kLearnedOne, &kAnswers},
                    .perTask = true,
                    .compute = [](const MeasureContext &context) { return ofAnswers(context, lowestRecall); }});
    list.push_back(
        {.name = "calibration_error",
         .title = QT_TRANSLATE_NOOP("Measure", "Calibration error"),
         .formula = "sum_b n_b/n |score_b - confidence_b|, 15 bins of equal width",
         .help = QT_TRANSLATE_NOOP("Measure", "How far the confidence is from the share of right answers: with "
                                              "0, answers given with 80 % are right 8 times in 10."),
         .better = Better::Lower,
         .needs = {&kLearnedOne, &kAnswers},
         .perTask = true,
         .compute = [](const MeasureContext &context) { return ofAnswers(context, calibration); },
         .undefined = QT_TRANSLATE_NOOP("Measure", "Answers of several labels have no one confidence.")});
    return list;
}

}  // namespace atlas::measure_groups
