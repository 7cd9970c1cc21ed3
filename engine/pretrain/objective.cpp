#include "engine/pretrain/objective.h"

#include "engine/pretrain/objectives/objectives.h"

#include <array>

namespace atlas::engine {

std::span<const ObjectiveInfo> objectiveInfos()
{
#define ATLAS_MAKE(objective) objectives::objective(),
    static const std::array kObjectives{ATLAS_OBJECTIVES(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return kObjectives;
}

const ObjectiveInfo &objectiveInfo(const std::string &name)
{
    return findObjective(objectiveInfos(), name);
}

}  // namespace atlas::engine
