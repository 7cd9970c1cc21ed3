#pragma once

#include "engine/learning/adapter_bank.h"

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// The adapters of one site side by side, so that all bottlenecks are one product: made once and kept while nothing
/// changes; of adapters in training only their own columns are written anew.
/// Shapes: down (T r, d), downBias (T r), up (d, T r), upBias (T, d), upHeads (T, H, d / H, r).
class PackedAdapters {
public:
    /// Brings the packed weights up to date with the adapters, in their order; products are done in `type`.
    void update(const std::vector<const Adapter *> &adapters, int heads, at::ScalarType type);

    const at::Tensor &down() const { return m_down; }
    const at::Tensor &downBias() const { return m_downBias; }
    const at::Tensor &up() const { return m_up; }
    /// In the adapters' own type, for the gate, which is never computed in bf16.
    const at::Tensor &upBias() const { return m_upBias; }
    const at::Tensor &upHeads() const { return m_upHeads; }

private:
    struct Source {
        const void *data = nullptr;
        std::int64_t version = -1;  ///< sum of the version counters of the four tensors
        bool operator==(const Source &) const = default;
    };

    void allocate(const std::vector<const Adapter *> &adapters, int heads, at::ScalarType type);
    void write(std::int64_t position, const Adapter &adapter);

    std::vector<Source> m_sources;
    at::Tensor m_down;
    at::Tensor m_downBias;
    at::Tensor m_up;
    at::Tensor m_upBias;
    at::Tensor m_upHeads;
};

}  // namespace atlas::engine
