#include "engine/pretrain/objective.h"

#include "core/error.h"
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
    std::string known;
    for (const ObjectiveInfo &info : objectiveInfos()) {
        if (info.name == name) {
            return info;
        }
        known += (known.empty() ? "" : ", ") + info.name;
    }
    throw Error(ErrorCode::BadInput, "There is no pretraining objective \"" + name + "\".",
                "The recipe may name these: " + known + ".");
}

}  // namespace atlas::engine
