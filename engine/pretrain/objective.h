#pragma once

#include "core/registry.h"
#include "engine/backbone/vilt.h"
#include "engine/learning/named_tensors.h"
#include "engine/pretrain/pretrain_data.h"
#include "engine/pretrain/random.h"
#include "engine/pretrain/recipe.h"

#include <memory>
#include <span>
#include <string>

namespace atlas::engine {

/// What objectives are made from; outlives them.
struct PretrainContext {
    const Recipe &recipe;
    const PretrainData &data;
    const Vilt &vilt;
};

/// One thing the network is to learn, with its own data and (often) a head that is dropped afterwards.
class Objective {
public:
    virtual ~Objective() = default;

    /// The mean loss of a fresh random batch, with its graph.  Shapes: -> scalar
    virtual at::Tensor loss(int batch, Random &random) const = 0;

    /// The head's weights; the network's own are not among them.
    virtual NamedTensors parameters() const { return {}; }
};

/// An objective in words.
struct ObjectiveText {
    std::string name;
    std::string help;  ///< one sentence, for the model card
};

/// An objective of a ViLT.
struct ObjectiveInfo : ObjectiveText {
    std::unique_ptr<Objective> (*make)(const PretrainContext &context, Random &random) = nullptr;
};

/// The entry of that name among an architecture's objectives.  Errors: BadInput, naming those there are.
template <typename Info>
const Info &findObjective(std::span<const Info> infos, const std::string &name)
{
    try {
        return findNamed(infos, name, "pretraining objective");
    } catch (const Error &error) {
        throw Error(ErrorCode::BadInput, error.sentence(), error.advice());  // it stands in a recipe, not in a command
    }
}

/// The registry. A new objective is a new file in engine/pretrain/objectives and one line in objectives.h.
std::span<const ObjectiveInfo> objectiveInfos();

/// Errors: BadInput, naming the objectives there are.
const ObjectiveInfo &objectiveInfo(const std::string &name);

}  // namespace atlas::engine
