#include "core/measure_groups/groups.h"
#include "core/translatable.h"

#include <algorithm>

namespace atlas::measure_groups {

const Requirement kLearnedOne{QT_TRANSLATE_NOOP("Measure", "a learned task"),
                              QT_TRANSLATE_NOOP("Measure", "No task has been learned yet."),
                              [](const MeasureContext &context) { return context.table().tasks() >= 1; }};

const Requirement kLearnedTwo{
    QT_TRANSLATE_NOOP("Measure", "two learned tasks"),
    QT_TRANSLATE_NOOP("Measure", "It takes two learned tasks: one of them has to be an old one."),
    [](const MeasureContext &context) { return context.table().tasks() >= 2; }};

const Requirement kCellsBeforeLearning{
    QT_TRANSLATE_NOOP("Measure", "scores of tasks before they are learned"),
    QT_TRANSLATE_NOOP("Measure", "No task was evaluated before it was learned: it has no head until then."),
    [](const MeasureContext &context) {
        const AccuracyMatrix &matrix = context.table().matrix;
        for (std::size_t j = 1; j < matrix.size(); ++j) {
            if (matrix[j - 1].size() <= j) {
                return false;
            }
        }
        return true;
    }};

const Requirement kRandomScores{
    QT_TRANSLATE_NOOP("Measure", "what guessing scores"),
    QT_TRANSLATE_NOOP("Measure", "It is not stored what guessing scores on these tasks."),
    [](const MeasureContext &context) { return context.table().random.size() >= context.table().tasks(); }};

const Requirement kSingleTaskRun{
    QT_TRANSLATE_NOOP("Measure", "a single-task run"),
    QT_TRANSLATE_NOOP("Measure",
                      "It takes a finished run of the strategy single-task over the same tasks, with the same "
                      "seed, backbone and number of samples."),
    [](const MeasureContext &context) { return !context.table().single.empty(); }};

const Requirement kJointRun{
    QT_TRANSLATE_NOOP("Measure", "a joint run"),
    QT_TRANSLATE_NOOP("Measure",
                      "It takes a finished run of the strategy joint over the same tasks, with the same seed, "
                      "backbone and number of samples."),
    [](const MeasureContext &context) { return !context.table().joint.empty(); }};

const Requirement kFewLabels{
    QT_TRANSLATE_NOOP("Measure", "a run with few samples a task"),
    QT_TRANSLATE_NOOP("Measure", "No task after the first was learned from fewer samples than it has."),
    [](const MeasureContext &context) {
        const std::vector<bool> &limited = context.table().limited;
        return limited.size() > 1 && std::find(limited.begin() + 1, limited.end(), true) != limited.end();
    }};

const Requirement kInsideEvaluations{
    QT_TRANSLATE_NOOP("Measure", "scores of old tasks while a new one is learned"),
    QT_TRANSLATE_NOOP("Measure", "No old task was evaluated while another was being learned."),
    [](const MeasureContext &context) { return !context.input().inside.empty(); }};

const Requirement kAnswers{
    QT_TRANSLATE_NOOP("Measure", "stored answers"),
    QT_TRANSLATE_NOOP("Measure", "The answers to the test samples are not stored."), [](const MeasureContext &context) {
        return std::ranges::any_of(context.input().answers, [](const auto &answers) { return !answers.empty(); });
    }};

const Requirement kCosts{QT_TRANSLATE_NOOP("Measure", "a learned task"),
                         QT_TRANSLATE_NOOP("Measure", "No task has been learned yet."),
                         [](const MeasureContext &context) { return !context.input().run.costs.empty(); }};

const Requirement kOtherShares{
    QT_TRANSLATE_NOOP("Measure", "the same run with other numbers of samples"),
    QT_TRANSLATE_NOOP("Measure", "It takes finished runs of the same strategy, seed and settings with other limits of "
                                 "training samples."),
    [](const MeasureContext &context) { return !context.input().shares.empty(); }};

}  // namespace atlas::measure_groups
