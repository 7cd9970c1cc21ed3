#pragma once

#include "engine/learning/head.h"
#include "engine/learning/linear_classifier.h"

namespace atlas::engine {

/// A head for backbones whose embedders have summaries of their own. The linear part is fitted before any training, the
/// rest begins at 0: a task starts as logistic regression on the summaries and learns what that cannot say.
/// Formula: Head(pooled) + LinearClassifier(own), each over all parts side by side; Head's last layer begins at 0.
/// Shapes: (N, parts (pooled + own)) -> (N, outputs).
class SummaryHead final : public TaskHead {
public:
    SummaryHead(const std::string &name, const HeadShape &shape, at::Generator &generator);

    at::Tensor forward(const at::Tensor &x) const override;
    const char *form() const override { return kSummaryHead; }
    HeadShape shape() const override { return m_shape; }

    /// What is to be fitted on the own features alone.  Shapes: (N, parts own) -> (N, outputs).
    LinearClassifier &linear() { return m_linear; }

    NamedTensors parameters() const override;
    void setTrainable(bool trainable) override { m_mlp.setTrainable(trainable); }
    void load(TensorMap &from) override;
    void to(const std::string &device) override;

private:
    HeadShape m_shape;
    Head m_mlp;
    LinearClassifier m_linear;
};

}  // namespace atlas::engine
