#include "engine/learning/head.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

namespace atlas::engine {

namespace {

constexpr double kLayerNormEpsilon = 1e-5;

at::Tensor uniformWithin(at::IntArrayRef shape, double bound, at::Generator &generator)
{
    return torch::empty(shape).uniform_(-bound, bound, generator);
}

}  // namespace

Head::Head(std::string name, int inputs, int outputs, at::Generator &generator, int hidden)
    : m_name(std::move(name)), m_inputs(inputs), m_outputs(outputs), m_hidden(hidden > 0 ? hidden : 2 * inputs)
{
    const double inputBound = 1 / std::sqrt(static_cast<double>(inputs));
    const double hiddenBound = 1 / std::sqrt(static_cast<double>(m_hidden));
    m_fc1Weight = uniformWithin({m_hidden, inputs}, inputBound, generator);
    m_fc1Bias = uniformWithin({m_hidden}, inputBound, generator);
    m_lnWeight = torch::ones({m_hidden});
    m_lnBias = torch::zeros({m_hidden});
    m_fc2Weight = uniformWithin({outputs, m_hidden}, hiddenBound, generator);
    m_fc2Bias = uniformWithin({outputs}, hiddenBound, generator);
    setTrainable(true);
}

void Head::startAtZero()
{
    const torch::NoGradGuard frozen;
    m_fc2Weight.zero_();
    m_fc2Bias.zero_();
}

at::Tensor Head::forward(const at::Tensor &x) const
{
    const at::Tensor hidden = torch::layer_norm(torch::linear(x.to(m_fc1Weight.scalar_type()), m_fc1Weight, m_fc1Bias),
                                                {m_hidden}, m_lnWeight, m_lnBias, kLayerNormEpsilon);
    return torch::linear(torch::gelu(hidden), m_fc2Weight, m_fc2Bias);
}

NamedTensors Head::parameters() const
{
    const std::string prefix = "head." + m_name + ".";
    return {{prefix + "fc1.weight", m_fc1Weight}, {prefix + "fc1.bias", m_fc1Bias},
            {prefix + "ln.weight", m_lnWeight},   {prefix + "ln.bias", m_lnBias},
            {prefix + "fc2.weight", m_fc2Weight}, {prefix + "fc2.bias", m_fc2Bias}};
}

void Head::setTrainable(bool trainable)
{
    setRequiresGrad(parameters(), trainable);
}

void Head::load(TensorMap &from)
{
    for (auto &[name, tensor] : parameters()) {
        at::Tensor target = tensor;
        takeInto(from, name, target);
    }
}

void Head::to(const std::string &device)
{
    for (at::Tensor *tensor : {&m_fc1Weight, &m_fc1Bias, &m_lnWeight, &m_lnBias, &m_fc2Weight, &m_fc2Bias}) {
        *tensor = tensor->detach().to(torch::Device(device)).requires_grad_(tensor->requires_grad());
    }
}

}  // namespace atlas::engine
