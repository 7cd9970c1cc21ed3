#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// Fits a ridge regression from features to one-hot classes and tells the share of right answers on the test part.
/// Formula: W = (F^T F / n + lambda I)^-1 F^T Y / n over standardised features with a constant; argmax F_test W.
/// Shapes: features (n, d), labels (n) int64.
double linearProbe(const at::Tensor &trainFeatures, const at::Tensor &trainLabels, const at::Tensor &testFeatures,
                   const at::Tensor &testLabels);

}  // namespace atlas::engine
