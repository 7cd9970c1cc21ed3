#pragma once

#include "engine/learning/linear_classifier.h"
#include "engine/training/solved_head.h"
#include "engine/training/stage_trainer.h"

namespace atlas::engine {

/// What a head is solved for on, and whom it tells.
struct HeadProblem {
    const StagePart &part;  ///< its features are frozen
    std::string stage;
    std::vector<FeatureGroup> groups;  ///< kinds of features among the head's inputs; none = they are all of one
    BatchLimits limits;
    TrainObserver &observer;
    const std::function<void(double fraction, const Sentence &what)> &progress;
    const std::stop_token &stop;
    double labelDoubt = 0;   ///< power of SolvedHead::trust; 0 = all samples count alike
    std::uint64_t seed = 0;  ///< of the folds by which trust is measured
};

/// The backbone's groups of own features where those of `parts` inputs stand side by side.
std::vector<FeatureGroup> groupsOfParts(const Backbone &backbone, int parts);

/// Fits a linear head by logistic regression on the task's standardised features, with the task's own loss: softmax
/// over classes or over choices, or one logistic regression per class; classes are weighted where the task's objective
/// weighs them. Fitted are all features together and, where several groups have features that change within the task,
/// each group alone: many that say little can drown the few that tell. The strength of the L2 penalty is that of C =
/// 0.001, 0.003, 0.01, 0.03, 0.1, 1, 10 (logistic_regression.h). Of all fits validation takes the one that scores
/// highest, among equals that of smaller loss; without validation samples it is that of all features with C = 1.
/// With `labelDoubt` q > 0, labels of the form Single and validation samples, the best fit is challenged by fits of the
/// same and weaker penalties in which sample i weighs t_i = p_i^q / mean(p^q), p_i = the probability of its label by
/// the best fit made without the fifth of the samples that it is in: a wrong label that all others contradict hardly
/// counts, and with fewer such labels a weaker penalty may serve. Validation decides here too.
/// Nothing but those folds is drawn, so the result is found again after an interruption. `state` receives the seconds
/// and samples that it took.
/// Source of the weights: cross-validated label quality as in confident learning, Northcutt et al. 2021, here as a
/// weight instead of a verdict.
/// Errors: Cancelled within one evaluation of the objective; Internal when the head is not linear.
SolvedHead solveHead(const HeadProblem &problem, TaskHead &head, StageState &state);

/// Fits a classifier that was solved for once more, by the same C, to training and validation samples together: when
/// all that validation chooses is chosen, its samples teach as much as any. As GridSearchCV(refit=True) of
/// scikit-learn; standardisation stays what it was. Where training samples have trust, validation samples have it by
/// the classifier as it is, which has not seen them.
/// Shapes: `train` and `validation` give what solveHead() saw, as rows of `width` numbers; `linear` takes the solved
/// columns of them.
/// Errors: Cancelled within one evaluation of the objective.
void refit(LinearClassifier &linear, const SolvedHead &solved, double labelDoubt, std::int64_t width,
           const PreparedTask &task, const FeatureSource &train, const FeatureSource &validation,
           const std::stop_token &stop);

}  // namespace atlas::engine
