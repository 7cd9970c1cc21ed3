#pragma once

#include "engine/learning/task_head.h"

#include <ATen/core/Generator.h>

#include <string>

namespace atlas::engine {

/// A task's classifier on pooled outputs.
/// Formula: fc2(gelu(LayerNorm(fc1(x)))), LayerNorm eps 1e-5, exact GELU.
/// Shapes: (N, inputs) -> (N, outputs); fc1 (hidden, inputs), fc2 (outputs, hidden).
/// Source: torch.nn.Linear's initialisation (uniform, bound 1 / sqrt(fan in)).
class Head final : public TaskHead {
public:
    /// `name` stands in the parameters' names: "head.{name}.fc1.weight". `hidden` 0 = 2 inputs.
    Head(std::string name, int inputs, int outputs, at::Generator &generator, int hidden = 0);

    /// The last layer's weights and biases become 0, so that every score is 0 until it is trained.
    void startAtZero();

    /// Computed in float32 whatever x is.
    at::Tensor forward(const at::Tensor &x) const override;

    const std::string &name() const { return m_name; }
    const char *form() const override { return kMlpHead; }
    HeadShape shape() const override { return {.parts = 1, .pooled = m_inputs, .own = 0, .outputs = m_outputs}; }

    /// head.{name}.{fc1.weight|fc1.bias|ln.weight|ln.bias|fc2.weight|fc2.bias}; leaves, trainable until frozen.
    NamedTensors parameters() const override;
    void setTrainable(bool trainable) override;
    /// Errors: BadInput (missing key, other shape).
    void load(TensorMap &from) override;
    void to(const std::string &device) override;

private:
    std::string m_name;
    int m_inputs;
    int m_outputs;
    int m_hidden;
    at::Tensor m_fc1Weight, m_fc1Bias, m_lnWeight, m_lnBias, m_fc2Weight, m_fc2Bias;
};

}  // namespace atlas::engine
