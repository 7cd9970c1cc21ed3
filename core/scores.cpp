#include "core/scores.h"

#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>

namespace atlas {
namespace {

/// Right and wrong answers of one class.
struct ClassCounts {
    double hits = 0;  ///< expected and predicted
    double expected = 0;
    double predicted = 0;
};

std::vector<ClassCounts> countClasses(const Judged &judged)
{
    std::vector<ClassCounts> counts(static_cast<std::size_t>(judged.classes));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const auto expected = static_cast<std::size_t>(judged.expected(i));
        const auto predicted = static_cast<std::size_t>(judged.predicted[i]);
        counts[expected].expected += 1;
        counts[predicted].predicted += 1;
        counts[expected].hits += expected == predicted ? 1 : 0;
    }
    return counts;
}

double accuracy(const Judged &judged)
{
    double right = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        right += judged.predicted[i] == judged.expected(i) ? 1 : 0;
    }
    return judged.size() == 0 ? 0 : right / static_cast<double>(judged.size());
}

/// Mean over the classes that occur in truth or prediction of 2 TP / (2 TP + FP + FN).
double f1Macro(const Judged &judged)
{
    double sum = 0;
    int classes = 0;
    for (const ClassCounts &count : countClasses(judged)) {
        if (count.expected + count.predicted > 0) {
            sum += 2 * count.hits / (count.expected + count.predicted);
            ++classes;
        }
    }
    return classes == 0 ? 0 : sum / classes;
}

/// Mean recall over the classes that occur in truth.
double balancedAccuracy(const Judged &judged)
{
    double sum = 0;
    int classes = 0;
    for (const ClassCounts &count : countClasses(judged)) {
        if (count.expected > 0) {
            sum += count.hits / count.expected;
            ++classes;
        }
    }
    return classes == 0 ? 0 : sum / classes;
}

/// 2 TP / (2 TP + FP + FN) over all labels of all samples; for one label per sample this is the accuracy.
double f1Micro(const Judged &judged)
{
    if (judged.labelForm != LabelForm::Multi) {
        return accuracy(judged);
    }
    double hits = 0;
    double chosen = 0;
    double expected = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        chosen += static_cast<double>(judged.chosen[i].size());
        for (const int choice : judged.chosen[i]) {
            hits += judged.truth[i][static_cast<std::size_t>(choice)] > 0 ? 1 : 0;
        }
        expected += static_cast<double>(std::ranges::count_if(judged.truth[i], [](double w) { return w > 0; }));
    }
    return chosen + expected == 0 ? 0 : 2 * hits / (chosen + expected);
}

/// Mean weight of the predicted answer.
double vqaScore(const Judged &judged)
{
    double sum = 0;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        sum += std::min(1.0, judged.truth[i][static_cast<std::size_t>(judged.predicted[i])]);
    }
    return judged.size() == 0 ? 0 : sum / static_cast<double>(judged.size());
}

}  // namespace

int Judged::expected(std::size_t sample) const
{
    const std::vector<double> &weights = truth[sample];
    return static_cast<int>(std::ranges::max_element(weights) - weights.begin());
}

std::span<const Score> scores()
{
    static const std::array<Score, 5> registry{{
        {"accuracy", QT_TRANSLATE_NOOP("Score", "Accuracy"),
         QT_TRANSLATE_NOOP("Score", "Share of samples whose answer is right."), "sum_s [predicted_s = expected_s] / n",
         accuracy},
        {"f1_macro", QT_TRANSLATE_NOOP("Score", "F1 (macro)"),
         QT_TRANSLATE_NOOP("Score", "Mean over classes of 2 TP / (2 TP + FP + FN): rare classes count as much as "
                                    "common ones."),
         "mean_c 2 TP_c / (2 TP_c + FP_c + FN_c)", f1Macro},
        {"balanced_accuracy", QT_TRANSLATE_NOOP("Score", "Balanced accuracy"),
         QT_TRANSLATE_NOOP("Score", "Mean over classes of the share of its samples that were found."),
         "mean_c TP_c / (TP_c + FN_c)", balancedAccuracy},
        {"f1_micro", QT_TRANSLATE_NOOP("Score", "F1 (micro)"),
         QT_TRANSLATE_NOOP("Score", "2 TP / (2 TP + FP + FN) over all labels: for several labels per sample."),
         "2 sum_c TP_c / sum_c (2 TP_c + FP_c + FN_c)", f1Micro},
        {"vqa_score", QT_TRANSLATE_NOOP("Score", "Answer score"),
         QT_TRANSLATE_NOOP("Score", "Mean weight of the given answer among the answers people gave."),
         "mean_s weight_s[predicted_s]", vqaScore},
    }};
    return registry;
}

const Score &score(const std::string &name)
{
    return findNamed(scores(), name, say(QT_TRANSLATE_NOOP("Sentence", "score")));
}

std::string defaultScore(LabelForm form)
{
    switch (form) {
    case LabelForm::Multi: return "f1_micro";
    case LabelForm::Soft: return "vqa_score";
    case LabelForm::Single: break;
    }
    return "accuracy";
}

std::vector<std::vector<std::int64_t>> confusion(const Judged &judged)
{
    const auto classes = static_cast<std::size_t>(judged.classes);
    std::vector<std::vector<std::int64_t>> counts(classes, std::vector<std::int64_t>(classes, 0));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        ++counts[static_cast<std::size_t>(judged.expected(i))][static_cast<std::size_t>(judged.predicted[i])];
    }
    return counts;
}

}  // namespace atlas
