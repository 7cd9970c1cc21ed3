#include "engine/training/gate_meter.h"

#include <torch/types.h>

namespace atlas::engine {

GateListener GateMeter::listener()
{
    return [this](int, Site, const std::vector<int> &adapters, const at::Tensor &weights) {
        const at::Tensor sums = weights.sum(0, false, torch::kDouble).to(torch::kCPU);
        const auto values = sums.accessor<double, 1>();
        for (std::size_t i = 0; i < adapters.size(); ++i) {
            Sum &sum = m_pending[adapters[i]];
            sum.weight += values[static_cast<std::int64_t>(i)];
            sum.count += static_cast<double>(weights.size(0));
        }
    };
}

void GateMeter::commit()
{
    for (const auto &[adapter, sum] : m_pending) {
        m_sums[adapter].weight += sum.weight;
        m_sums[adapter].count += sum.count;
    }
    m_pending.clear();
}

}  // namespace atlas::engine
