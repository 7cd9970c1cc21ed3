#pragma once

#include "engine/learning/ewc_memory.h"
#include "engine/training/prepared_task.h"

namespace atlas::engine {

/// Training samples that a task's Fisher information is measured on at least: fewer say next to nothing.
inline constexpr std::int64_t kLeastFisherSamples = 16;

/// The Fisher information of the tuned weights under a task that was just learned, added to what `earlier` tasks left.
/// Estimator: the empirical Fisher, the mean of squared gradients of single samples' loss with their true labels.
/// Formula: F_i = 1/m sum_s (dL_s / dp_i)^2 over m = max(share * n, 16, at most n) training samples drawn by the seed.
/// Source: Kirkpatrick et al. 2017, with the empirical Fisher as CLiMB and Avalanche have it.
/// Errors: Cancelled within one sample.
EwcMemory measureEwc(const LearningContext &context, const TaskModel &learned, EwcMemory earlier, double share);

/// EWC's pull of the tuned weights towards where earlier tasks left them.
/// Formula: lambda sum_k sum_i F_k,i (p_i - a_k,i)^2 over all earlier tasks k, without the factor 1/2.
class EwcPenalty final : public ExtraLoss {
public:
    /// `tuned` outlives this.  Requires: the memory is not empty.
    EwcPenalty(const TunedWeights &tuned, EwcMemory memory, double lambda)
        : m_tuned(tuned), m_memory(std::move(memory)), m_lambda(lambda)
    {
    }

    const char *name() const override { return "ewc"; }
    std::optional<double> addGradients(const StepInfo &step) override;

private:
    const TunedWeights &m_tuned;
    EwcMemory m_memory;
    double m_lambda;
};

}  // namespace atlas::engine
