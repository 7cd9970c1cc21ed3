#pragma once

#include "engine/learning/task_head.h"

namespace atlas::engine {

/// A linear classifier on standardised features.
/// Formula: W ((x - mean) / scale) + b.
/// Shapes: (N, inputs) -> (N, outputs); mean and scale (inputs), W (outputs, inputs), b (outputs), all float32.
class LinearClassifier final : public TaskHead {
public:
    /// All zeros (scale: ones) until it is fitted or loaded.
    LinearClassifier(std::string name, int inputs, int outputs);

    at::Tensor forward(const at::Tensor &x) const override;
    const char *form() const override { return kLinearHead; }
    HeadShape shape() const override { return {.parts = 1, .pooled = m_inputs, .own = 0, .outputs = m_outputs}; }

    /// Mean and standard deviation (over n) of the rows; a column that never changes is divided by 1.
    /// Shapes: (n, inputs), n > 0.
    void standardiseBy(const at::Tensor &rows);
    at::Tensor standardised(const at::Tensor &x) const;
    /// Shapes: weight (outputs, inputs), bias (outputs).
    void set(const at::Tensor &weight, const at::Tensor &bias);
    const at::Tensor &weight() const { return m_weight; }
    const at::Tensor &bias() const { return m_bias; }

    /// The same classifier for rows of some columns alone.  Shapes: columns (used) int64.
    LinearClassifier on(const at::Tensor &columns) const;

    /// head.{name}.{mean|scale|weight|bias}; never trained by steps.
    NamedTensors parameters() const override;
    void setTrainable(bool) override {}
    void load(TensorMap &from) override;
    void to(const std::string &device) override;

private:
    std::string m_name;
    int m_inputs;
    int m_outputs;
    at::Tensor m_mean, m_scale, m_weight, m_bias;
};

}  // namespace atlas::engine
