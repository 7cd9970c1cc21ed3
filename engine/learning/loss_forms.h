#pragma once

#include <ATen/core/Tensor.h>

#include <span>
#include <string>

namespace atlas::engine {

struct LossForm;

/// How a task's loss is to be computed. As it stands: the plain loss, every class alike.
struct LossOptions {
    const LossForm *form = nullptr;  ///< null = plain
    double labelSmoothing = 0;       ///< share of the target spread evenly over a sample's classes; one-of-many only
    double focalGamma = 2;
    double robustQ = 0.7;
    at::Tensor classWeights{};   ///< (C) float32; undefined = 1 each
    at::Tensor sampleWeights{};  ///< (B) float32, of the batch's samples; undefined = 1 each
};

/// What it costs a model to have given the right answer too little probability. Elementwise, so that softmax and
/// sigmoid losses take the same forms.
struct LossForm {
    std::string name;  ///< "focal", stable
    /// Log-probabilities of the right answers (<= 0, finite) -> costs of the same shape.
    at::Tensor (*cost)(const at::Tensor &logProbability, const LossOptions &options);
};

/// The registry, p = probability of the right answer:
///   plain   -log p
///   focal   -(1 - p)^gamma log p      (Lin et al. 2017)
///   robust  (1 - p^q) / q             generalised cross entropy (Zhang & Sabuncu 2018): q -> 0 is plain, q = 1 is the
///                                     mean absolute error, whose gradient does not grow with how wrong an answer is
std::span<const LossForm> lossForms();

/// Errors: Usage, naming the forms there are.
const LossForm &lossForm(const std::string &name);

}  // namespace atlas::engine
