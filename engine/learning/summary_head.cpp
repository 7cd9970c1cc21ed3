#include "engine/learning/summary_head.h"

#include <torch/torch.h>

namespace atlas::engine {

SummaryHead::SummaryHead(const std::string &name, const HeadShape &shape, at::Generator &generator)
    : m_shape(shape), m_mlp(name, shape.parts * shape.pooled, shape.outputs, generator),
      m_linear(name, shape.parts * shape.own, shape.outputs)
{
    m_mlp.startAtZero();
}

at::Tensor SummaryHead::forward(const at::Tensor &x) const
{
    const at::Tensor parts = x.view({-1, m_shape.parts, m_shape.pooled + m_shape.own});
    return m_mlp.forward(parts.narrow(2, 0, m_shape.pooled).flatten(1)) +
           m_linear.forward(parts.narrow(2, m_shape.pooled, m_shape.own).flatten(1));
}

NamedTensors SummaryHead::parameters() const
{
    NamedTensors parameters = m_mlp.parameters();
    for (const auto &named : m_linear.parameters()) {
        parameters.push_back(named);
    }
    return parameters;
}

void SummaryHead::load(TensorMap &from)
{
    m_mlp.load(from);
    m_linear.load(from);
}

void SummaryHead::to(const std::string &device)
{
    m_mlp.to(device);
    m_linear.to(device);
}

}  // namespace atlas::engine
