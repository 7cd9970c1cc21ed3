#pragma once

#include "engine/learning/named_tensors.h"

#include <cstdint>

namespace atlas::engine {

/// How gradients become the diagonal of the Fisher information.
enum class FisherForm {
    Squared,    ///< each loss given contributes its squared gradient: per-sample Fisher when losses are of one sample
    RunningSum  ///< gradients are never zeroed: squares of their running sum (as CLiMB's code has it)
};

/// Diagonal Fisher information of parameters, from losses handed in one by one.
/// Formula: F = sum_b g_b^2 / n, n = samples of all losses.
/// Source: Kirkpatrick et al. 2017; Srinivasan et al. 2022 (CLiMB) for RunningSum.
class Fisher {
public:
    Fisher(NamedTensors parameters, FisherForm form);

    /// `loss` is the mean over `samples` samples; its graph is used up.
    void add(const at::Tensor &loss, std::int64_t samples);

    /// Same names as the parameters.  Requires: at least one add().
    NamedTensors result() const;

private:
    NamedTensors m_parameters;
    FisherForm m_form;
    std::vector<at::Tensor> m_sum;
    std::vector<at::Tensor> m_running;
    std::int64_t m_samples = 0;
};

/// Formula: lambda sum_i F_i (p_i - anchor_i)^2, without the factor 1/2.
/// Requires: the three lists have the same order and shapes.
at::Tensor ewcPenalty(const NamedTensors &parameters, const NamedTensors &anchor, const NamedTensors &fisher,
                      double lambda);

}  // namespace atlas::engine
