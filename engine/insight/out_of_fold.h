#pragma once

#include "engine/insight/carried_classes.h"
#include "engine/insight/step.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace atlas::engine {

/// What probabilities are made from.
struct OutOfFoldProblem {
    const at::Tensor &rows;                 ///< (n, F), standardised
    const CarriedClasses &carried;          ///< (n)
    const std::vector<std::int64_t> &sets;  ///< (n), see copySets()
    std::int64_t classes = 0;               ///< K
    bool multiLabel = false;
    std::uint64_t seed = 1;
};

/// Probabilities of every sample's classes, by classifiers that have not seen the sample or a copy of it.
struct OutOfFold {
    at::Tensor probabilities;  ///< (n, K) float32; single labels: rows sum to 1
    std::vector<int> folds;    ///< (n), -1 = carries nothing
    /// (n): the sample carries something, and all that it carries is known from other folds too.
    std::vector<bool> judged;
    double c = 0;  ///< of the logistic regression
};

/// Cross-validation by logistic regression: one classifier for each of five folds (stratifiedFolds()), fitted to the
/// samples of the others. A sample with a fold is answered by that fold's classifier, one without by the mean of all
/// five. Single labels: softmax; several: one logistic regression per class. A class that no sample carries has
/// probability 0.
/// Fitted are at most 5,000 samples (stratifiedSubset()). C is that of 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1
/// (logistic_regression.h) whose out-of-fold log loss over the fitted samples is least, looked for from strong
/// penalties to weak ones until it rises: an honest loss keeps wrong labels from being learned by heart.
/// nullopt where fewer than 2 classes or fewer than 10 samples are labelled: nothing can be told.
/// Errors: what `step` throws, within one evaluation of the objective.
std::optional<OutOfFold> outOfFold(const OutOfFoldProblem &problem, const Step &step);

}  // namespace atlas::engine
