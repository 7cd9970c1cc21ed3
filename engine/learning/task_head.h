#pragma once

#include "engine/learning/named_tensors.h"

#include <ATen/core/Generator.h>

#include <memory>
#include <string>
#include <vector>

namespace atlas::engine {

/// What a head sees and gives: of each of a sample's `parts` inputs the pooled output and, behind it, the embedders'
/// own features.
struct HeadShape {
    int parts = 1;
    int pooled = 0;
    int own = 0;
    int outputs = 1;
    int used = 0;  ///< SummaryHead: own features of all parts that it looks at

    int inputs() const { return parts * (pooled + own); }
    bool operator==(const HeadShape &) const = default;
};

/// The forms a head can have, by the names that stand in task packages.
inline constexpr const char *kMlpHead = "mlp";             ///< Head
inline constexpr const char *kLinearHead = "linear";       ///< LinearClassifier
inline constexpr const char *kSummaryHead = "mlp+linear";  ///< SummaryHead

/// What turns a task's features into scores.
/// Shapes: (N, inputs) -> (N, outputs), float32.
class TaskHead {
public:
    virtual ~TaskHead() = default;

    virtual at::Tensor forward(const at::Tensor &x) const = 0;

    /// The same in a training step, where a head may draw.
    virtual at::Tensor forwardInStep(const at::Tensor &x, at::Generator &) const { return forward(x); }
    /// With form and shape makeTaskHead() makes one like it.
    virtual const char *form() const = 0;
    virtual HeadShape shape() const = 0;
    int inputs() const { return shape().inputs(); }
    int outputs() const { return shape().outputs; }

    /// "head.{name}.{part}"; leaves.
    virtual NamedTensors parameters() const = 0;
    virtual void setTrainable(bool trainable) = 0;
    /// Errors: BadInput (missing key, other shape).
    virtual void load(TensorMap &from) = 0;
    virtual void to(const std::string &device) = 0;
};

/// A new head named after its task.  Errors: Damaged when the form is unknown.
std::unique_ptr<TaskHead> makeTaskHead(const std::string &form, const std::string &task, const HeadShape &shape,
                                       at::Generator &generator);

/// The names of a form's parameters after "head.{name}.".  Errors: Damaged when the form is unknown.
const std::vector<std::string> &taskHeadParts(const std::string &form);

}  // namespace atlas::engine
