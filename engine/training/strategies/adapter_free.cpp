#include "engine/training/strategies/adapter_free.h"

namespace atlas::engine {

StagePlan headStage(std::int64_t epochs)
{
    return {.name = "head", .epochs = epochs, .queryRateFactor = 1, .orthogonality = {}};
}

GateOptions AdapterFree::gateOptions() const
{
    GateOptions options;
    options.scaling = GateScaling::Off;
    return options;
}

std::vector<StagePlan> AdapterFree::stages(const RunModel &) const
{
    return {{.name = "training",
             .epochs = m_settings.integer("epochs"),
             .queryRateFactor = 1,
             .orthogonality = {},
             .expansion = false}};
}

}  // namespace atlas::engine
