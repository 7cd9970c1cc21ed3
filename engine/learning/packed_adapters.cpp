#include "engine/learning/packed_adapters.h"

#include <torch/types.h>
#include <torch/utils.h>

namespace atlas::engine {

void PackedAdapters::update(const std::vector<const Adapter *> &adapters, int heads, at::ScalarType type)
{
    const torch::NoGradGuard noGrad;
    if (m_sources.size() != adapters.size() || m_down.scalar_type() != type ||
        m_down.device() != adapters.front()->downWeight.device()) {
        allocate(adapters, heads, type);
    }
    for (std::size_t i = 0; i < adapters.size(); ++i) {
        const Adapter &adapter = *adapters[i];
        const Source source{adapter.downWeight.data_ptr(), adapter.downWeight._version() + adapter.downBias._version() +
                                                               adapter.upWeight._version() + adapter.upBias._version()};
        if (m_sources[i] != source) {
            write(static_cast<std::int64_t>(i), adapter);
            m_sources[i] = source;
        }
    }
}

void PackedAdapters::allocate(const std::vector<const Adapter *> &adapters, int heads, at::ScalarType type)
{
    const auto tasks = static_cast<std::int64_t>(adapters.size());
    const std::int64_t bottleneck = adapters.front()->downWeight.size(0);
    const std::int64_t width = adapters.front()->downWeight.size(1);
    const auto exact = adapters.front()->downWeight.options().requires_grad(false);
    m_down = torch::empty({tasks * bottleneck, width}, exact.dtype(type));
    m_downBias = torch::empty({tasks * bottleneck}, exact.dtype(type));
    m_up = torch::empty({width, tasks * bottleneck}, exact.dtype(type));
    m_upBias = torch::empty({tasks, width}, exact);
    m_upHeads = torch::empty({tasks, heads, width / heads, bottleneck}, exact);
    m_sources.assign(adapters.size(), Source());
}

void PackedAdapters::write(std::int64_t position, const Adapter &adapter)
{
    const std::int64_t bottleneck = adapter.downWeight.size(0);
    const std::int64_t first = position * bottleneck;
    m_down.narrow(0, first, bottleneck).copy_(adapter.downWeight);
    m_downBias.narrow(0, first, bottleneck).copy_(adapter.downBias);
    m_up.narrow(1, first, bottleneck).copy_(adapter.upWeight);
    m_upBias[position].copy_(adapter.upBias);
    m_upHeads[position].copy_(adapter.upWeight.view(m_upHeads.sizes().slice(1)));
}

}  // namespace atlas::engine
