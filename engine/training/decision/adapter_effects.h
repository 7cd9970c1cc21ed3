#pragma once

#include "core/run_record.h"
#include "engine/training/decision/ablation.h"

namespace atlas::engine {

/// What each adapter that a task mixes does for it: over all layers, then over each group of them where there are
/// several.
/// Formula: validation loss without the adapter there minus that with all, mean and standard error over samples.
/// Errors: Cancelled.
std::vector<AdapterEffect> adapterEffects(const Ablation &ablation, const GateSet &gates, int task);

}  // namespace atlas::engine
