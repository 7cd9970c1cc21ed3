#pragma once

#include "engine/learning/prompt_pool.h"
#include "engine/training/extra_loss.h"

namespace atlas::engine {

/// Draws the chosen keys towards the features that chose them.
/// Formula: coefficient * mean(1 - cos(q, key)) over the batch's inputs and their chosen keys.
/// Source: Wang et al. 2022 (L2P), equation 5.
class PromptPull final : public ExtraLoss {
public:
    /// `pool` outlives this. What it gathered until now is dropped.
    PromptPull(PromptPool &pool, double coefficient) : m_pool(pool), m_coefficient(coefficient) { m_pool.takePull(); }

    const char *name() const override { return "pull"; }
    std::optional<double> addGradients(const StepInfo &step) override;

private:
    PromptPool &m_pool;
    double m_coefficient;
};

}  // namespace atlas::engine
