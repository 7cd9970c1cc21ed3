#include "engine/learning/adapter_hook.h"

#include "engine/learning/mixing_lowrank.h"
#include "engine/learning/mixing_plain.h"

#include <torch/types.h>

namespace atlas::engine {

AdapterHook::AdapterHook(const AdapterBank &bank, const GateSet &gates, int heads, GateOptions options)
    : m_bank(bank), m_gates(gates), m_heads(heads), m_options(options),
      m_packed(2 * static_cast<std::size_t>(gates.layers()))
{
}

bool AdapterHook::constant() const
{
    for (int layer = 0; layer < m_gates.layers(); ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            const std::vector<Gate> &gates = m_gates.at(layer, site);
            const bool weighs = m_options.scaling == GateScaling::Published ||
                                (m_options.scaling == GateScaling::Normalised && gates.size() > 1);
            for (const Gate &gate : gates) {
                if (m_bank.at(gate.adapter, layer, site).requiresGrad() ||
                    (weighs && (gate.query.requires_grad() || gate.key.requires_grad()))) {
                    return false;
                }
            }
        }
    }
    return true;
}

at::Tensor AdapterHook::apply(int layer, Site site, const at::Tensor &h, const at::Tensor &mask)
{
    const std::vector<Gate> &gates = m_gates.at(layer, site);
    if (gates.empty()) {
        return h;
    }
    Mixture mixture;
    mixture.heads = m_heads;
    std::vector<at::Tensor> queries, keys;
    for (const Gate &gate : gates) {
        mixture.adapters.push_back(&m_bank.at(gate.adapter, layer, site));
        queries.push_back(gate.query);
        keys.push_back(gate.key);
    }
    if (m_options.scaling != GateScaling::Off) {
        mixture.queries = torch::stack(queries);
        mixture.keys = torch::stack(keys);
    }
    MixTrace trace;
    MixTrace *wanted = m_listener ? &trace : nullptr;
    at::Tensor out;
    if (m_options.form == MixingForm::Plain) {
        out = mixPlain(h, mask, mixture, m_options, wanted);
    } else {
        PackedAdapters &packed = m_packed[2 * static_cast<std::size_t>(layer) + (site == Site::Mlp ? 1 : 0)];
        packed.update(mixture.adapters, m_heads, h.scalar_type());
        out = mixLowRank(h, mask, mixture, packed, m_options, wanted);
    }
    if (m_listener) {
        std::vector<int> adapters;
        for (const Gate &gate : gates) {
            adapters.push_back(gate.adapter);
        }
        m_listener(layer, site, adapters, trace.weights);
    }
    return out;
}

}  // namespace atlas::engine
