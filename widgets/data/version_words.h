#pragma once

#include "core/task_kind.h"
#include "storage/versions/state_difference.h"

#include <QString>

#include <vector>

namespace atlas::widgets {

/// One kind of change in words, and the samples it is about.
struct DifferenceLine {
    QString text;
    std::vector<std::int64_t> samples;  ///< empty = there is none to look at
};

/// A difference between two states of a dataset, line by line, the most important first. Where there are many pairs of
/// labels, the rarest are told of together.
std::vector<DifferenceLine> differenceLines(const TaskKind &kind, const storage::StateDifference &difference);

}  // namespace atlas::widgets
