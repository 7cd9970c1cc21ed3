#pragma once

#include "core/paired.h"
#include "engine/training/decision/ablation.h"

namespace atlas::engine {

struct PruningLimits {
    double epsilon = 0;  ///< nats that one site may cost
    double total = 0;    ///< nats that all together may cost
};

struct SitePlace {
    int layer = 0;
    Site site = Site::Attention;
};

struct PrunedSites {
    std::vector<SitePlace> dropped;
    MeanDifference increase;  ///< by all of them together
};

/// Finds the sites at which one adapter of a task is not needed. Groups of layers are left out first; one that is not
/// needed is a candidate as a whole, one that is clearly needed (lower bound over the total) is not looked into, of the
/// others each site is left out alone. Candidates, the least needed first, are dropped while the loss without all of
/// them stays within the total, measured anew after each.
/// Formula: not needed = mean + 1.645 se of the paired per-sample increase < epsilon.
/// Errors: Cancelled.
PrunedSites findNeedlessSites(const Ablation &ablation, const GateSet &gates, int adapter, const PruningLimits &limits);

}  // namespace atlas::engine
