#include "engine/learning/summary_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr int kHidden = 128;
constexpr double kDropped = 0.3;
/// Far outliers of a summary must not drown the pooled output.
constexpr double kFarthest = 10;

}  // namespace

SummaryHead::SummaryHead(const std::string &name, const HeadShape &shape, at::Generator &generator)
    : m_name(name), m_shape(shape),
      m_mlp(name, shape.parts * shape.pooled + shape.used, shape.outputs, generator, kHidden),
      m_linear(name, shape.used, shape.outputs), m_columns(torch::zeros({shape.used}, torch::kLong))
{
    m_mlp.startAtZero();
}

void SummaryHead::beginAs(const LinearClassifier &fitted, const at::Tensor &columns)
{
    m_columns.copy_(columns);
    m_linear = fitted.on(columns);
}

SummaryHead::Inputs SummaryHead::inputsOf(const at::Tensor &x) const
{
    const at::Tensor parts = x.view({-1, m_shape.parts, m_shape.pooled + m_shape.own});
    const at::Tensor pooled = parts.narrow(2, 0, m_shape.pooled).flatten(1);
    const at::Tensor own = parts.narrow(2, m_shape.pooled, m_shape.own).flatten(1);
    const at::Tensor chosen = own.index_select(1, m_columns);
    return {torch::cat({pooled, m_linear.standardised(chosen).clamp(-kFarthest, kFarthest)}, 1), chosen};
}

at::Tensor SummaryHead::forward(const at::Tensor &x) const
{
    const Inputs inputs = inputsOf(x);
    return m_mlp.forward(inputs.joined) + m_linear.forward(inputs.chosen);
}

at::Tensor SummaryHead::forwardInStep(const at::Tensor &x, at::Generator &generator) const
{
    const Inputs inputs = inputsOf(x);
    const at::Tensor kept = torch::empty(inputs.joined.sizes()).bernoulli_(1 - kDropped, generator).div_(1 - kDropped);
    return m_mlp.forward(inputs.joined * kept.to(inputs.joined.device())) + m_linear.forward(inputs.chosen);
}

NamedTensors SummaryHead::parameters() const
{
    return joined({m_mlp.parameters(), m_linear.parameters(), {{columnsKey(m_name), m_columns}}});
}

void SummaryHead::load(TensorMap &from)
{
    m_mlp.load(from);
    m_linear.load(from);
    takeInto(from, columnsKey(m_name), m_columns);
}

void SummaryHead::to(const std::string &device)
{
    m_mlp.to(device);
    m_linear.to(device);
    m_columns = m_columns.to(torch::Device(device));
}

}  // namespace atlas::engine
