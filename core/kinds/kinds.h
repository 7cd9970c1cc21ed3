#pragma once

#include "core/task_kind.h"

// A new kind is a file of this folder and a line here; the order is the order of forms and help.
#define ATLAS_TASK_KINDS(KIND)                                                                                         \
    KIND(image)                                                                                                        \
    KIND(text)                                                                                                         \
    KIND(imageText)                                                                                                    \
    KIND(imagePair)                                                                                                    \
    KIND(choice)

namespace atlas::kinds {

#define ATLAS_DECLARE(kind) TaskKind kind();
ATLAS_TASK_KINDS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::kinds
