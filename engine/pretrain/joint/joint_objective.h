#pragma once

#include "engine/pretrain/joint/joint_data.h"
#include "engine/pretrain/objective.h"

#include <memory>
#include <span>
#include <string>

namespace atlas::engine {

/// What objectives of a starter are made from; outlives them.
struct JointContext {
    const Recipe &recipe;
    const PretrainData &data;
    const JointData &joint;
    const Starter &starter;
};

/// An objective of a starter's joint transformer.
struct JointObjectiveInfo : ObjectiveText {
    std::unique_ptr<Objective> (*make)(const JointContext &context, Random &random) = nullptr;
};

/// The registry. A new objective is a new file in engine/pretrain/joint/objectives and one line in joint_objectives.h.
std::span<const JointObjectiveInfo> jointObjectiveInfos();

/// Errors: BadInput, naming the objectives there are.
const JointObjectiveInfo &jointObjectiveInfo(const std::string &name);

/// One input of embedded parts.
PreparedInput inputOf(const FrozenPart *text, const FrozenPart *picture, const FrozenPart *secondPicture = nullptr);

/// -> (B, L, d) last hidden states
at::Tensor jointHidden(const Starter &starter, const std::vector<PreparedInput> &inputs);
/// -> (B, d)
at::Tensor jointPooled(const Starter &starter, const std::vector<PreparedInput> &inputs);

}  // namespace atlas::engine
