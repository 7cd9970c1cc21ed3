#pragma once

#include "core/task_kind.h"

#include <vector>

namespace atlas::engine {

/// What the backbone sees of a sample: what its kind says, or, where the backbone takes two pictures in one sequence,
/// the two inputs of a pair as one.
std::vector<ModelInput> modelInputs(const TaskKind &kind, const Sample &sample, bool joinsPairs);

/// How many pooled outputs stand side by side before the head of such a task.
/// Requires: kind.head == HeadForm::Concatenate.
int inputsPerSample(const TaskKind &kind, bool joinsPairs);

}  // namespace atlas::engine
