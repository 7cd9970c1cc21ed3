#pragma once

#include "core/task_kind.h"
#include "storage/edit_journal.h"

#include <QString>

namespace atlas::widgets {

/// A step of curation in words: "Label 3 samples: defect".
QString editTitle(const TaskKind &kind, const storage::Edit &edit);

}  // namespace atlas::widgets
