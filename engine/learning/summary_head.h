#pragma once

#include "engine/learning/head.h"
#include "engine/learning/linear_classifier.h"

namespace atlas::engine {

/// A head for backbones whose embedders have summaries of their own. The linear part is fitted before any training, the
/// rest begins at 0: a task starts as logistic regression on the summaries and learns what that cannot say.
/// Formula: fc2(gelu(LN(fc1([pooled ; s])))) + W s + b, s = (own[columns] - mean) / scale, over all parts side by side;
/// hidden width 128; in a training step each number of [pooled ; s] is 0 with probability 0.3, the others
/// divided by 0.7.
/// Shapes: (N, parts (pooled + own)) -> (N, outputs); columns (used).
class SummaryHead final : public TaskHead {
public:
    /// Requires: shape.used > 0.
    SummaryHead(const std::string &name, const HeadShape &shape, at::Generator &generator);

    at::Tensor forward(const at::Tensor &x) const override;
    at::Tensor forwardInStep(const at::Tensor &x, at::Generator &generator) const override;
    const char *form() const override { return kSummaryHead; }
    HeadShape shape() const override { return m_shape; }

    /// Begins as a classifier that was fitted to all own features (of all parts side by side), of which the head looks
    /// at `columns` alone.  Shapes: columns (used) int64; fitted (N, parts own) -> (N, outputs).
    void beginAs(const LinearClassifier &fitted, const at::Tensor &columns);
    /// The linear part, which takes the columns.
    LinearClassifier &linear() { return m_linear; }
    /// Name of the columns in parameters().
    static std::string columnsKey(const std::string &task) { return "head." + task + ".columns"; }

    NamedTensors parameters() const override;
    void setTrainable(bool trainable) override { m_mlp.setTrainable(trainable); }
    void load(TensorMap &from) override;
    void to(const std::string &device) override;

private:
    struct Inputs {
        at::Tensor joined;  ///< (N, parts pooled + used)
        at::Tensor chosen;  ///< (N, used), as they are
    };
    Inputs inputsOf(const at::Tensor &x) const;

    std::string m_name;
    HeadShape m_shape;
    Head m_mlp;
    LinearClassifier m_linear;
    at::Tensor m_columns;
};

}  // namespace atlas::engine
