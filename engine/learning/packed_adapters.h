#pragma once

#include "engine/learning/adapter_bank.h"

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// The adapters of one site side by side, so that all bottlenecks are one product: made once and kept while nothing
/// changes; of adapters in training only their own columns are written anew.
/// Shapes: down (T r, d), downBias (T r), up (d, T r), upBias (T, d).
class PackedAdapters {
public:
    /// Brings the packed weights up to date with the adapters, in their order, as `type` on the adapters' device.
    void update(const std::vector<const Adapter *> &adapters, at::ScalarType type);

    const at::Tensor &down() const { return m_down; }
    const at::Tensor &downBias() const { return m_downBias; }
    const at::Tensor &up() const { return m_up; }
    /// Float32 (or float64) whatever the type: used where the gate is computed.
    const at::Tensor &upExact() const { return m_upExact; }
    const at::Tensor &upBias() const { return m_upBias; }

private:
    struct Source {
        const void *data = nullptr;
        std::int64_t version = -1;  ///< sum of the four tensors' version counters
        bool operator==(const Source &) const = default;
    };

    void allocate(const std::vector<const Adapter *> &adapters, at::ScalarType type);
    void write(std::int64_t position, const Adapter &adapter);

    std::vector<Source> m_sources;
    at::Tensor m_down;
    at::Tensor m_downBias;
    at::Tensor m_up;
    at::Tensor m_upExact;
    at::Tensor m_upBias;
};

}  // namespace atlas::engine
