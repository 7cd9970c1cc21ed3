#pragma once

#include "core/task.h"
#include "core/task_kind.h"

#include <ATen/core/Tensor.h>

#include <span>
#include <vector>

namespace atlas::engine {

/// A loss and what belongs to it, for the labels and heads it serves.
struct Loss {
    const char *name;
    /// Which tasks it is for.
    bool (*serves)(LabelForm labels, HeadForm head);
    /// Mean over the batch, a scalar in float32.  Shapes: logits (B, C); target as `floatTarget` says.
    at::Tensor (*compute)(const at::Tensor &logits, const at::Tensor &target);
    /// (B, C) probabilities.
    at::Tensor (*probabilities)(const at::Tensor &logits);
    bool floatTarget;  ///< target is (B, C) float32 weights; else (B) int64 classes
};

/// cross_entropy (Single, and choices), bce (Multi and Soft).
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
