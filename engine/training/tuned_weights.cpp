#include "engine/training/tuned_weights.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cstdlib>

namespace atlas::engine {

int jointLayerOf(const std::string &name, int layers)
{
    constexpr std::string_view kLayer = "encoder.layer.";
    const std::size_t place = name.find(kLayer);
    return place == std::string::npos ? layers : std::atoi(name.c_str() + place + kLayer.size());
}

TunedWeights::TunedWeights(Backbone &backbone, int lowest, bool resettable)
{
    for (auto &[name, tensor] : backbone.jointParameters()) {
        if (jointLayerOf(name, backbone.config().layers) >= lowest) {
            const bool exact = tensor.scalar_type() == torch::kFloat32;
            m_parameters.emplace_back("tuned." + name, exact ? tensor : tensor.detach().to(torch::kFloat32));
            m_network.push_back(tensor);
        }
    }
    if (resettable) {
        m_pretrained = copy();
    }
}

void TunedWeights::reset()
{
    put(m_pretrained);
}

void TunedWeights::setTrainable(bool trainable)
{
    setRequiresGrad(m_parameters, trainable);
    for (at::Tensor &tensor : m_network) {
        tensor.requires_grad_(trainable);
    }
}

bool TunedWeights::trainable() const
{
    return std::ranges::any_of(m_parameters, [](const auto &named) { return named.second.requires_grad(); });
}

void TunedWeights::collectGradients()
{
    for (std::size_t i = 0; i < m_network.size(); ++i) {
        at::Tensor &parameter = m_parameters[i].second;
        at::Tensor &own = m_network[i];
        if (own.is_same(parameter) || !own.grad().defined()) {
            continue;
        }
        const at::Tensor gradient = own.grad().to(parameter.scalar_type());
        parameter.mutable_grad() = parameter.grad().defined() ? parameter.grad() + gradient : gradient;
        own.mutable_grad().reset();
    }
}

void TunedWeights::discardGradients()
{
    for (at::Tensor &tensor : m_network) {
        tensor.mutable_grad().reset();
    }
}

void TunedWeights::publish()
{
    const torch::NoGradGuard frozen;
    for (std::size_t i = 0; i < m_network.size(); ++i) {
        if (!m_network[i].is_same(m_parameters[i].second)) {
            m_network[i].copy_(m_parameters[i].second);
        }
    }
}

TensorMap TunedWeights::copy() const
{
    TensorMap values;
    for (const auto &[name, tensor] : m_parameters) {
        values[name] = tensor.detach().clone();
    }
    return values;
}

void TunedWeights::load(TensorMap &from)
{
    for (auto &[name, tensor] : m_parameters) {
        takeInto(from, name, tensor);
    }
    publish();
}

void TunedWeights::put(const TensorMap &values)
{
    TensorMap shared = values;
    load(shared);
}

}  // namespace atlas::engine
