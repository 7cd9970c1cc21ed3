#pragma once

#include "core/safetensors.h"

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atlas::engine {

/// Tensors by name, on the CPU.
using StateDict = std::map<std::string, at::Tensor>;

/// Tensors by name in an order that matters (the order of a file or of a model's parts).
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// How half-precision tensors of a file arrive.
enum class HalfAs {
    Stored,  ///< fp16 and bf16 as they are
    Float    ///< as fp32
};

/// A copy of the view's elements; it does not keep the file open.
at::Tensor toTensor(const TensorView &view, HalfAs half = HalfAs::Stored);

/// The tensor's bytes, without a copy.
/// Requires: contiguous, on the CPU, of an element type that DType has; outlives the view.
TensorView viewOf(const at::Tensor &tensor);

/// All tensors of a safetensors file.  Errors: as SafetensorsFile::open.
StateDict loadTensors(const std::filesystem::path &file, HalfAs half = HalfAs::Stored);

/// Writes tensors of any device and layout, in the given order, as one step.  Errors: DiskFull, Io.
void saveTensors(const std::filesystem::path &file, const NamedTensors &tensors,
                 const std::map<std::string, std::string> &metadata = {});

}  // namespace atlas::engine
