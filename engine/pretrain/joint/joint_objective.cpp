#include "engine/pretrain/joint/joint_objective.h"

#include "engine/pretrain/joint/objectives/joint_objectives.h"

#include <torch/types.h>

#include <array>

namespace atlas::engine {

std::span<const JointObjectiveInfo> jointObjectiveInfos()
{
#define ATLAS_MAKE(objective) joint_objectives::objective(),
    static const std::array kObjectives{ATLAS_JOINT_OBJECTIVES(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return kObjectives;
}

const JointObjectiveInfo &jointObjectiveInfo(const std::string &name)
{
    return findObjective(jointObjectiveInfos(), name);
}

PreparedInput inputOf(const FrozenPart *text, const FrozenPart *picture, const FrozenPart *secondPicture)
{
    PreparedInput input;
    if (text != nullptr) {
        input.texts.push_back(*text);
    }
    for (const FrozenPart *part : {picture, secondPicture}) {
        if (part != nullptr) {
            input.pictures.push_back(*part);
        }
    }
    return input;
}

at::Tensor jointHidden(const Starter &starter, const std::vector<PreparedInput> &inputs)
{
    std::vector<const PreparedInput *> pointers;
    pointers.reserve(inputs.size());
    for (const PreparedInput &input : inputs) {
        pointers.push_back(&input);
    }
    return starter.encode(starter.embed(pointers), nullptr);
}

at::Tensor jointPooled(const Starter &starter, const std::vector<PreparedInput> &inputs)
{
    return starter.pool(jointHidden(starter, inputs));
}

}  // namespace atlas::engine
