#include "engine/training/decision/site_pruning.h"

#include <algorithm>

namespace atlas::engine {
namespace {

bool mixes(const GateSet &gates, const SitePlace &place, int adapter)
{
    return std::ranges::any_of(gates.at(place.layer, place.site),
                               [adapter](const Gate &gate) { return gate.adapter == adapter; });
}

std::vector<SitePlace> sitesIn(const GateSet &gates, const LayerGroup &group, int adapter)
{
    std::vector<SitePlace> sites;
    for (int layer = group.first; layer <= group.last; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            if (mixes(gates, {layer, site}, adapter)) {
                sites.push_back({layer, site});
            }
        }
    }
    return sites;
}

GateSet without(const GateSet &gates, const std::vector<SitePlace> &sites, int adapter)
{
    GateSet rest = gates.copy();
    for (const SitePlace &place : sites) {
        rest.remove(adapter, place.layer, place.site);
    }
    return rest;
}

/// Sites that are dropped together or not at all.
struct Candidate {
    std::vector<SitePlace> sites;
    MeanDifference increase;
};

}  // namespace

PrunedSites findNeedlessSites(const Ablation &ablation, const GateSet &gates, int adapter, const PruningLimits &limits)
{
    const std::vector<double> whole = ablation.losses(gates);
    const auto leaveOut = [&](std::vector<SitePlace> sites) {
        const MeanDifference increase = meanDifference(whole, ablation.losses(without(gates, sites, adapter)));
        return Candidate{.sites = std::move(sites), .increase = increase};
    };
    std::vector<Candidate> candidates;
    const auto consider = [&](Candidate candidate) {
        if (candidate.increase.upper() < limits.epsilon) {
            candidates.push_back(std::move(candidate));
        }
    };
    for (const LayerGroup &group : layerGroups(gates.layers())) {
        const std::vector<SitePlace> sites = sitesIn(gates, group, adapter);
        if (sites.empty()) {
            continue;
        }
        Candidate all = leaveOut(sites);
        if (all.increase.upper() < limits.epsilon) {
            candidates.push_back(std::move(all));
        } else if (all.increase.lower() <= limits.total) {
            for (const SitePlace &site : sites) {
                consider(leaveOut({site}));
            }
        }
    }
    std::ranges::stable_sort(candidates, {}, [](const Candidate &candidate) { return candidate.increase.upper(); });

    PrunedSites pruned;
    for (const Candidate &candidate : candidates) {
        std::vector<SitePlace> more = pruned.dropped;
        more.insert(more.end(), candidate.sites.begin(), candidate.sites.end());
        const Candidate together = leaveOut(std::move(more));
        if (together.increase.upper() < limits.total) {
            pruned = {.dropped = together.sites, .increase = together.increase};
        }
    }
    return pruned;
}

}  // namespace atlas::engine
