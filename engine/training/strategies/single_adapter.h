#pragma once

#include "core/settings.h"
#include "engine/training/strategy.h"

namespace atlas::engine {

/// What strategies without mixing have in common: one adapter serves a sample at full weight, and one stage trains it.
class SingleAdapter : public Strategy {
public:
    explicit SingleAdapter(const Settings &settings) : m_settings(settings) {}

    GateOptions gateOptions() const override;
    int bottleneck(int width) const override;
    std::vector<StagePlan> stages(const RunModel &model) const override;

private:
    Settings m_settings;
};

}  // namespace atlas::engine
