#pragma once

#include "core/task.h"
#include "storage/records.h"

namespace atlas::widgets {

/// The classes in the order of the label keys. Options of a choice come by number, also those that no sample has as
/// its answer yet, so that key 1 is always the first option.
std::vector<storage::LabelClass> labelChoices(const Dataset &dataset, std::vector<storage::LabelClass> classes);

}  // namespace atlas::widgets
