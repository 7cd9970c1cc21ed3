#include "engine/training/strategy.h"

namespace atlas::engine {

std::vector<std::unique_ptr<ExtraLoss>> Strategy::extraLosses(const LearningContext &) const
{
    return {};
}

TensorMap Strategy::remember(const LearningContext &, const TaskModel &) const
{
    return {};
}

}  // namespace atlas::engine
