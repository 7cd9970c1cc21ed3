#pragma once

#include "engine/learning/named_tensors.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::engine {

struct AdamWOptions {
    double learningRate = 5e-4;
    double queryRateFactor = 1.0;  ///< of queries: 100 in stage 1
    double beta1 = 0.9;
    double beta2 = 0.98;
    double epsilon = 1e-8;
    double weightDecay = 0.01;
    bool decayLayerNorm = false;  ///< the published code decays the head's LayerNorm weight
};

/// A parameter with its own rate and decay.
struct AdamWParameter {
    std::string name;
    at::Tensor tensor;  ///< float32 (or float64) leaf
    double learningRate = 0;
    double weightDecay = 0;
};

/// Rates and decays by name: biases and LayerNorm are not decayed, queries have their own rate.
std::vector<AdamWParameter> adamWParameters(const NamedTensors &tensors, const AdamWOptions &options);

/// AdamW with decoupled weight decay, one pass over each tensor.
/// Formula: p -= lr wd p;  m = b1 m + (1-b1) g;  v = b2 v + (1-b2) g^2;
///          p -= lr m / (1-b1^n) / (sqrt(v / (1-b2^n)) + eps)
/// Source: Loshchilov & Hutter 2019.
class AdamW {
public:
    AdamW(std::vector<AdamWParameter> parameters, const AdamWOptions &options);

    /// One update at `factor` times each parameter's rate. Parameters without a gradient stay as they are.
    void step(double factor);
    void zeroGrad();
    std::int64_t steps() const { return m_steps; }

    const std::vector<AdamWParameter> &parameters() const { return m_parameters; }
    const AdamWOptions &options() const { return m_options; }

    /// "{name}.exp_avg", "{name}.exp_avg_sq" and "step" (int64), fit for a checkpoint; shares memory with the
    /// optimiser.
    NamedTensors state() const;
    /// Errors: BadInput (missing key, other shape).
    void load(TensorMap &from);

private:
    std::vector<AdamWParameter> m_parameters;
    AdamWOptions m_options;
    std::vector<at::Tensor> m_mean;
    std::vector<at::Tensor> m_square;
    std::int64_t m_steps = 0;
};

}  // namespace atlas::engine
