#pragma once

#include "core/sentence.h"
#include "engine/tensor/tensor_file.h"

#include <initializer_list>
#include <map>
#include <string>

namespace atlas::engine {

/// Tensors read from a file. Loading takes what it knows out of the map, so what is left over is what nobody knew.
using TensorMap = StateDict;

TensorMap toMap(const NamedTensors &tensors);
/// Their values as they are now.
TensorMap copied(const NamedTensors &tensors);

/// Puts `more` behind `tensors`.
void append(NamedTensors &tensors, const NamedTensors &more);
/// All of some lists, one behind the other.
NamedTensors joined(std::initializer_list<NamedTensors> lists);

/// Takes `name` out of the map and copies its values into `target`, which keeps its device and element type.
/// Errors: BadInput when the name is absent or its shape is another (both shapes are said).
void takeInto(TensorMap &from, const std::string &name, at::Tensor &target);

/// Errors: BadInput, listing every name that is left; `where` names the file.
void requireEmpty(const TensorMap &left, const Sentence &where);

void setRequiresGrad(const NamedTensors &tensors, bool required);
std::int64_t elementCount(const NamedTensors &tensors);

}  // namespace atlas::engine
