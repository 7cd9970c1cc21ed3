#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atlas::engine {

/// Tensors in a fixed order under the names they have in files ("layer.0.attn.1.down.weight").
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// Tensors read from a file. Loading takes what it knows out of the map, so what is left over is what nobody knew.
using TensorMap = std::map<std::string, at::Tensor>;

TensorMap toMap(const NamedTensors &tensors);

/// Takes `name` out of the map and copies its values into `target`, which keeps its device and element type.
/// Errors: BadInput when the name is absent or its shape is another (both shapes are said).
void takeInto(TensorMap &from, const std::string &name, at::Tensor &target);

/// Errors: BadInput, listing every name that is left; `where` names the file.
void requireEmpty(const TensorMap &left, const std::string &where);

void setRequiresGrad(const NamedTensors &tensors, bool required);
std::int64_t elementCount(const NamedTensors &tensors);

}  // namespace atlas::engine
