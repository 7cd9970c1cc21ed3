#pragma once

#include "engine/learning/gate_options.h"
#include "engine/learning/gate_set.h"
#include "engine/learning/packed_adapters.h"

#include <functional>
#include <vector>

namespace atlas::engine {

/// Told the weights of a site's gate: `adapters` names the columns of `weights` (B, T), which is detached float32.
using GateListener =
    std::function<void(int layer, Site site, const std::vector<int> &adapters, const at::Tensor &weights)>;

/// Mixes one task's adapters at every site of the backbone. A site without adapters hands h on as it is.
/// Formula: out = sum_t w_t A_t(h), w from mixing_plain.h or mixing_lowrank.h.
/// Requires: bank and gates outlive the hook. Adapters that require gradients come after all frozen ones of a site.
/// Threads: one forward pass at a time.
class AdapterHook final : public SiteHook {
public:
    AdapterHook(const AdapterBank &bank, const GateSet &gates, int heads, GateOptions options = {});

    at::Tensor apply(int layer, Site site, const at::Tensor &h, const at::Tensor &mask) override;

    /// Costs nothing when unset; an empty function unsets it.
    void listen(GateListener listener) { m_listener = std::move(listener); }

    const GateOptions &options() const { return m_options; }

    /// No gradient can change what the hook does: its adapters are frozen, and so are the gates wherever they weigh
    /// anything. A single adapter under a gate that sums to 1 always has the weight 1, whatever its query learns.
    bool constant() const;

private:
    const AdapterBank &m_bank;
    const GateSet &m_gates;
    int m_heads;
    GateOptions m_options;
    GateListener m_listener;
    std::vector<PackedAdapters> m_packed;  ///< 2 * layer + site
};

}  // namespace atlas::engine
