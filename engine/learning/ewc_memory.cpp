#include "engine/learning/ewc_memory.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/ewc.h"

#include <torch/types.h>

namespace atlas::engine {

void EwcMemory::add(const NamedTensors &anchor, const NamedTensors &fisher)
{
    if (empty()) {
        for (std::size_t i = 0; i < anchor.size(); ++i) {
            m_fisher.emplace_back(anchor[i].first, fisher[i].second.detach().clone());
            m_anchor.emplace_back(anchor[i].first, anchor[i].second.detach().clone());
        }
        return;
    }
    for (std::size_t i = 0; i < anchor.size(); ++i) {
        // Doubles: differences of nearly equal anchors are what is left in the end.
        const at::Tensor f1 = m_fisher[i].second.to(torch::kDouble);
        const at::Tensor f2 = fisher[i].second.detach().to(torch::kDouble);
        const at::Tensor a1 = m_anchor[i].second.to(torch::kDouble);
        const at::Tensor a2 = anchor[i].second.detach().to(torch::kDouble);
        const at::Tensor sum = f1 + f2;
        const at::Tensor share = torch::where(sum > 0, f2 / sum.clamp_min(1e-300), torch::ones_like(sum));
        m_rest += (f1 * share * (a2 - a1).square()).sum().item<double>();
        m_fisher[i].second.copy_(sum);
        m_anchor[i].second.copy_(a1 + share * (a2 - a1));
    }
}

at::Tensor EwcMemory::penalty(const NamedTensors &parameters, double lambda) const
{
    return ewcPenalty(parameters, m_anchor, m_fisher, lambda) + lambda * m_rest;
}

NamedTensors EwcMemory::state() const
{
    NamedTensors state;
    for (std::size_t i = 0; i < m_fisher.size(); ++i) {
        state.emplace_back("fisher." + m_fisher[i].first, m_fisher[i].second);
        state.emplace_back("anchor." + m_anchor[i].first, m_anchor[i].second);
    }
    state.emplace_back("rest", torch::full({}, m_rest, torch::kDouble));
    return state;
}

EwcMemory EwcMemory::load(const NamedTensors &parameters, TensorMap from)
{
    EwcMemory memory;
    if (from.empty()) {
        return memory;
    }
    for (const auto &[name, tensor] : parameters) {
        at::Tensor fisher = torch::zeros_like(tensor.detach());
        at::Tensor anchor = torch::zeros_like(tensor.detach());
        takeInto(from, "fisher." + name, fisher);
        takeInto(from, "anchor." + name, anchor);
        memory.m_fisher.emplace_back(name, fisher);
        memory.m_anchor.emplace_back(name, anchor);
    }
    at::Tensor rest = torch::zeros({}, torch::kDouble);
    takeInto(from, "rest", rest);
    memory.m_rest = rest.item<double>();
    requireEmpty(from, say(QT_TRANSLATE_NOOP("Sentence", "what EWC keeps")));
    return memory;
}

}  // namespace atlas::engine
