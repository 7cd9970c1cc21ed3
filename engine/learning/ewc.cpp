#include "engine/learning/ewc.h"

#include "core/error.h"

#include <torch/autograd.h>
#include <torch/types.h>

namespace atlas::engine {

Fisher::Fisher(NamedTensors parameters, FisherForm form) : m_parameters(std::move(parameters)), m_form(form)
{
    for (const auto &entry : m_parameters) {
        // Squares of many small gradients: half precision would lose most of them.
        const auto type = torch::promote_types(entry.second.scalar_type(), torch::kFloat32);
        m_sum.push_back(torch::zeros_like(entry.second, type));
        m_running.push_back(form == FisherForm::RunningSum ? torch::zeros_like(entry.second, type) : at::Tensor());
    }
}

void Fisher::add(const at::Tensor &loss, std::int64_t samples)
{
    std::vector<at::Tensor> tensors;
    for (const auto &entry : m_parameters) {
        tensors.push_back(entry.second);
    }
    const std::vector<at::Tensor> gradients = torch::autograd::grad({loss}, tensors, {}, false, false, true);
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        at::Tensor gradient = gradients[i];
        if (m_form == FisherForm::RunningSum) {
            gradient = gradient.defined() ? m_running[i].add_(gradient) : m_running[i];
        }
        if (gradient.defined()) {
            gradient = gradient.to(m_sum[i].scalar_type());
            m_sum[i].addcmul_(gradient, gradient);
        }
    }
    m_samples += samples;
}

NamedTensors Fisher::result() const
{
    if (m_samples == 0) {
        throw Error(ErrorCode::Internal, "The Fisher information was asked for before any loss was added.");
    }
    NamedTensors result;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        result.emplace_back(m_parameters[i].first, m_sum[i] / static_cast<double>(m_samples));
    }
    return result;
}

at::Tensor ewcPenalty(const NamedTensors &parameters, const NamedTensors &anchor, const NamedTensors &fisher,
                      double lambda)
{
    at::Tensor total = torch::zeros({});
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const at::Tensor moved = parameters[i].second - anchor.at(i).second;
        total = total + (fisher.at(i).second * moved * moved).sum();
    }
    return total * lambda;
}

}  // namespace atlas::engine
