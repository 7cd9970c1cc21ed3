#pragma once

#include "core/task.h"
#include "core/task_kind.h"
#include "engine/learning/loss_forms.h"

#include <ATen/core/Tensor.h>

#include <span>
#include <vector>

namespace atlas::engine {

/// A loss and what belongs to it, for the labels and heads it serves.
struct Loss {
    const char *name;
    /// Which tasks it is for.
    bool (*serves)(LabelForm labels, HeadForm head);
    /// Mean over the batch, a scalar in float32 or wider.  Shapes: logits (B, C); target as `floatTarget` says.
    at::Tensor (*formula)(const at::Tensor &logits, const at::Tensor &target, const LossOptions &options);
    /// (B, C) probabilities.
    at::Tensor (*probabilities)(const at::Tensor &logits);
    bool floatTarget;  ///< target is (B, C) float32 weights; else (B) int64 classes

    at::Tensor compute(const at::Tensor &logits, const at::Tensor &target, const LossOptions &options = {}) const
    {
        return formula(logits, target, options);
    }
};

/// cost(p) is that of the options' form, w_c the weight of class c.
/// cross_entropy (Single, and choices), y = the sample's class, K = classes (or choices) that the sample has, e = label
/// smoothing:  mean_s w_y sum_c t_c cost(softmax_c),  t_c = (1 - e) [c = y] + e / K.  Logits of -infinity are choices
/// that a sample lacks: they have no part in softmax, in K and in the sum.
/// bce (Multi and Soft), t_c = weight of class c:
/// mean_s sum_c w_c (t_c cost(sigmoid_c) + (1 - t_c) cost(1 - sigmoid_c)).  The weight is that of the class's whole
/// term, so that 0.5 stays the probability from which the class is the better answer. Not smoothed.
/// Either is the mean over samples of v_s times its cost, v the sample weights.
/// Source: label smoothing Szegedy et al. 2016; bce summed over classes as VQA's.
std::span<const Loss> losses();

/// The loss of a task.  Errors: Usage when no loss serves these labels with this head.
const Loss &lossFor(LabelForm labels, HeadForm head);

/// The scores of each sample's choices side by side; samples with fewer choices are filled up with -infinity, which
/// takes no part in softmax and loss.
/// Shapes: scores (sum counts, 1), counts (B) -> (B, max counts).
at::Tensor choiceLogits(const at::Tensor &scores, const std::vector<std::int64_t> &counts);

/// The target of a batch.  Shapes: truth[b] = weight per class (one-hot for Single) -> (B) int64 or (B, C) float32.
at::Tensor targetOf(const Loss &loss, const std::vector<std::vector<double>> &truth);

}  // namespace atlas::engine
