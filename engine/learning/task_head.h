#pragma once

#include "engine/learning/named_tensors.h"

#include <ATen/core/Generator.h>

#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// What turns a task's features into scores.
/// Shapes: (N, inputs) -> (N, outputs), float32.
class TaskHead {
public:
    virtual ~TaskHead() = default;

    virtual at::Tensor forward(const at::Tensor &x) const = 0;
    virtual int inputs() const = 0;
    virtual int outputs() const = 0;

    /// "head.{name}.{part}"; leaves.
    virtual NamedTensors parameters() const = 0;
    virtual void setTrainable(bool trainable) = 0;
    /// Errors: BadInput (missing key, other shape).
    virtual void load(TensorMap &from) = 0;
    virtual void to(const std::string &device) = 0;
};

/// The forms a head can have, by the names that stand in task packages.
inline constexpr const char *kMlpHead = "mlp";        ///< Head
inline constexpr const char *kLinearHead = "linear";  ///< LinearClassifier

/// A new head named after its task.  Errors: Damaged when the form is unknown.
std::unique_ptr<TaskHead> makeTaskHead(const std::string &form, const std::string &task, int inputs, int outputs,
                                       at::Generator &generator);

/// The names of a form's parameters after "head.{name}.".  Errors: Damaged when the form is unknown.
const std::vector<std::string> &taskHeadParts(const std::string &form);

}  // namespace atlas::engine
