#pragma once

#include "engine/training/strategy.h"

namespace atlas::engine {

/// The stage that trains a head on what is frozen. All strategies that begin with it draw the same numbers in it, so
/// that what they do beyond it is all they differ in.
StagePlan headStage(std::int64_t epochs);

/// What strategies without adapters have in common: nothing is mixed, and one stage trains what there is.
class AdapterFree : public Strategy {
public:
    explicit AdapterFree(const Settings &settings) : m_settings(settings) {}

    bool withoutAdapters() const override { return true; }
    GateOptions gateOptions() const override;
    int bottleneck(int) const override { return 1; }
    std::vector<StagePlan> stages(const RunModel &model) const override;
    GateSet startingGates(const RunModel &model) const override { return GateSet(model.bank.layers()); }
    void begin(const StagePlan &, RunModel &, TaskModel &, at::Generator &) const override {}
    std::vector<int> storedAdapters(int) const override { return {}; }

protected:
    const Settings &settings() const { return m_settings; }

private:
    Settings m_settings;
};

}  // namespace atlas::engine
