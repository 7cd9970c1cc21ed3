#pragma once

#include "engine/training/strategies/adapter_free.h"

namespace atlas::engine {

/// What strategies that train the backbone further have in common: all joint layers (not the embedders) and the task's
/// head train; every task starts where the one before left off, and all answer with the newest weights.
class FineTuning : public AdapterFree {
public:
    using AdapterFree::AdapterFree;

    std::optional<int> lowestTunedLayer(int) const override { return 0; }
    void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const override;
    bool answersWithNewest() const override { return true; }
};

/// "learning_rate" with the default of fine-tuning: CLiMB's 1e-4. A whole network diverges at the rate of adapters.
SettingSpec fineTuningRateSetting();

}  // namespace atlas::engine
