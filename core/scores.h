#pragma once

#include "core/task.h"

#include <span>
#include <string>
#include <vector>

namespace atlas {

/// What scores are computed from: per test sample the logits' order and the truth.
struct Judged {
    int classes = 0;
    LabelForm labelForm = LabelForm::Single;
    std::vector<int> predicted;              ///< class of the highest logit, per sample
    std::vector<std::vector<int>> chosen;    ///< Multi only: classes whose probability is 0.5 or more, per sample
    std::vector<std::vector<double>> truth;  ///< weight per class, per sample (one-hot for Single)

    std::size_t size() const { return predicted.size(); }
    int expected(std::size_t sample) const;  ///< class with the largest weight
};

/// A score of one evaluation, in [0, 1].
struct Score {
    std::string name;     ///< "accuracy", stable
    std::string title;    ///< English, translatable in context "Score"
    std::string help;     ///< the formula in words, same context
    std::string formula;  ///< the same in every language
    double (*compute)(const Judged &judged) = nullptr;
};

/// The registry: accuracy, f1_macro, balanced_accuracy, f1_micro, vqa_score.
std::span<const Score> scores();

/// Errors: Usage, naming the scores there are.
const Score &score(const std::string &name);

/// The score a task is judged by unless the user chose another: Single accuracy, Multi f1_micro, Soft vqa_score.
std::string defaultScore(LabelForm form);

/// counts[expected][predicted]
std::vector<std::vector<std::int64_t>> confusion(const Judged &judged);

}  // namespace atlas
