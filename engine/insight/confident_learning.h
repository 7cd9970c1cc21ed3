#pragma once

#include "engine/insight/carried_classes.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace atlas::engine {

/// What out-of-sample probabilities say of one sample's label.
struct LabelVerdict {
    double given = 0;  ///< probability of the label; of several the least probable. NaN = not judged
    bool suspicious = false;
};

/// Which labels are wrong, by confident learning with a sharper rule.
/// Formula: t_j = mean of p_j over the judged samples that carry j: how probable j is where it is said. e = share of
/// judged samples whose most probable class is another than theirs; K = classes that judged samples carry. Let c be
/// the most probable class besides the label y. The label is suspicious when
///     p_c >= R p_y,  R = (K - 1) (1 - e) / (2 e) within 2 .. 20,   and   p_y <= t_y / 2.
/// R: if labels were wrong as often as the classifier disagrees, spread evenly, no honest classifier could give a wrong
/// label odds worse than 1 to 2 R. t_y: of a rare or vague class every label is improbable; only what is so beyond the
/// others of its class counts.
/// The published rule (p_c >= t_c for another class than y) also accuses whatever lies between two classes, and most
/// samples where nothing can be learned. What this one finds: docs/RESULTS.md, planted faults.
/// Several labels: the same for each class alone, between carried and not (K = 2).
/// Shapes: probabilities (n, K), carried and judged (n) -> (n)
/// Source: Northcutt, Jiang & Chuang 2021, Confident Learning: Estimating Uncertainty in Dataset Labels.
std::vector<LabelVerdict> confidentLearning(const at::Tensor &probabilities, const CarriedClasses &carried,
                                            const std::vector<bool> &judged, bool multiLabel);

}  // namespace atlas::engine
