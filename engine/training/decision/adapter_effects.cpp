#include "engine/training/decision/adapter_effects.h"

#include "core/paired.h"

#include <set>

namespace atlas::engine {
namespace {

/// Takes the adapter out of the group's layers; whether it was there at all.
bool leaveOut(GateSet &gates, int adapter, const LayerGroup &group)
{
    bool found = false;
    for (int layer = group.first; layer <= group.last; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            const std::size_t before = gates.at(layer, site).size();
            gates.remove(adapter, layer, site);
            found = found || gates.at(layer, site).size() < before;
        }
    }
    return found;
}

}  // namespace

std::vector<AdapterEffect> adapterEffects(const Ablation &ablation, const GateSet &gates, int task)
{
    const std::set<int> adapters = gates.adapters();
    std::vector<LayerGroup> groups{{.first = 0, .last = gates.layers() - 1}};
    if (gates.layers() > 1) {
        const std::vector<LayerGroup> parts = layerGroups(gates.layers());
        groups.insert(groups.end(), parts.begin(), parts.end());
    }
    std::vector<AdapterEffect> effects;
    if (adapters.empty()) {
        return effects;
    }
    const std::vector<double> whole = ablation.losses(gates);
    for (const int adapter : adapters) {
        for (const LayerGroup &group : groups) {
            GateSet rest = gates.copy();
            if (!leaveOut(rest, adapter, group)) {
                continue;
            }
            const MeanDifference increase = meanDifference(whole, ablation.losses(rest));
            effects.push_back({.task = task,
                               .adapter = adapter,
                               .firstLayer = group.first,
                               .lastLayer = group.last,
                               .effect = increase.mean,
                               .se = increase.se,
                               .n = increase.n});
        }
    }
    return effects;
}

}  // namespace atlas::engine
