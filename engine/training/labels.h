#pragma once

#include "core/scores.h"
#include "core/task.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace atlas::engine {

struct Loss;

/// The truth of a set of samples in both forms that losses and scores take.
struct Targets {
    at::Tensor indices;                      ///< (n) int64, the heaviest class
    at::Tensor weights;                      ///< (n, classes) float, Multi and Soft only
    std::vector<std::vector<double>> truth;  ///< weight per class, per sample

    /// The form that this loss takes.
    const at::Tensor &of(const Loss &loss) const;
};

/// Reads the labels against the task's class list.
/// Errors: BadInput naming task, sample and label: no label, a label that is not a class, a choice out of range.
Targets encodeLabels(const Task &task, const std::vector<const Sample *> &samples);

/// Where a sample comes from, for messages: its source, else its own id, else its row.
std::string sampleName(const Sample &sample);

}  // namespace atlas::engine
