#pragma once

#include "storage/quality/quality_check.h"

// A new family is a file of this folder, <family>.cpp, and a line here; they are shown in this order.
#define ATLAS_QUALITY_FAMILIES(FAMILY)                                                                                 \
    FAMILY(copies)                                                                                                     \
    FAMILY(judgements)                                                                                                 \
    FAMILY(classes)                                                                                                    \
    FAMILY(files)                                                                                                      \
    FAMILY(pictures)                                                                                                   \
    FAMILY(texts)

namespace atlas::storage::checks {

#define ATLAS_DECLARE(family) std::vector<QualityCheck> family();
ATLAS_QUALITY_FAMILIES(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::storage::checks
