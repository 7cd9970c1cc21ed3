#include "engine/training/strategies/single_adapter.h"

#include "engine/training/strategies/adapter_settings.h"

namespace atlas::engine {

GateOptions SingleAdapter::gateOptions() const
{
    GateOptions options;
    options.scaling = GateScaling::Off;
    return options;
}

int SingleAdapter::bottleneck(int width) const
{
    return bottleneckOf(m_settings, width);
}

std::vector<StagePlan> SingleAdapter::stages(const RunModel &) const
{
    return {{.name = "training",
             .epochs = m_settings.integer("epochs"),
             .queryRateFactor = 1,
             .orthogonality = {},
             .expansion = false}};
}

}  // namespace atlas::engine
