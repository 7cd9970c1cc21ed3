#pragma once

#include "engine/pretrain/joint/joint_objective.h"
#include "engine/pretrain/pretrain_scores.h"

namespace atlas::engine {

/// Measures a starter's joint transformer by linear probes on its pooled output alone (the embedders' own summaries,
/// which heads see too, are left out): classes of pictures, answers to questions, and captions that belong to their
/// picture. The same draws for every network.  Errors: Cancelled.
PretrainScores evaluateJoint(const JointContext &context, Observer &observer, const std::stop_token &stop);

}  // namespace atlas::engine
