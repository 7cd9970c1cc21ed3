#include "engine/learning/linear_classifier.h"

#include <torch/types.h>

namespace atlas::engine {

LinearClassifier::LinearClassifier(std::string name, int inputs, int outputs)
    : m_name(std::move(name)), m_inputs(inputs), m_outputs(outputs), m_mean(torch::zeros({inputs})),
      m_scale(torch::ones({inputs})), m_weight(torch::zeros({outputs, inputs})), m_bias(torch::zeros({outputs}))
{
}

at::Tensor LinearClassifier::forward(const at::Tensor &x) const
{
    return torch::linear(standardised(x), m_weight, m_bias);
}

void LinearClassifier::standardiseBy(const at::Tensor &rows)
{
    const at::Tensor exact = rows.to(torch::kDouble);
    const at::Tensor mean = exact.mean(0);
    const at::Tensor deviation = (exact - mean).square().mean(0).sqrt();
    // What rounding leaves of a column that never changes is no deviation.
    const at::Tensor constant = deviation <= 1e-7 * mean.abs();
    m_mean.copy_(mean);
    m_scale.copy_(torch::where(constant, torch::ones_like(deviation), deviation));
}

at::Tensor LinearClassifier::standardised(const at::Tensor &x) const
{
    return (x.to(torch::kFloat) - m_mean) / m_scale;
}

void LinearClassifier::set(const at::Tensor &weight, const at::Tensor &bias)
{
    m_weight.copy_(weight);
    m_bias.copy_(bias);
}

LinearClassifier LinearClassifier::on(const at::Tensor &columns) const
{
    LinearClassifier narrow(m_name, static_cast<int>(columns.numel()), outputs());
    narrow.m_mean.copy_(m_mean.index_select(0, columns));
    narrow.m_scale.copy_(m_scale.index_select(0, columns));
    narrow.set(m_weight.index_select(1, columns), m_bias);
    return narrow;
}

NamedTensors LinearClassifier::parameters() const
{
    const std::string prefix = "head." + m_name + ".";
    return {{prefix + "mean", m_mean},
            {prefix + "scale", m_scale},
            {prefix + "weight", m_weight},
            {prefix + "bias", m_bias}};
}

void LinearClassifier::load(TensorMap &from)
{
    for (auto &[name, tensor] : parameters()) {
        at::Tensor target = tensor;
        takeInto(from, name, target);
    }
}

void LinearClassifier::to(const std::string &device)
{
    for (at::Tensor *tensor : {&m_mean, &m_scale, &m_weight, &m_bias}) {
        *tensor = tensor->to(torch::Device(device));
    }
}

}  // namespace atlas::engine
