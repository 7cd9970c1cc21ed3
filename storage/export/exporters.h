#pragma once

#include "storage/exporter.h"

// A new format is a file of this folder, <format>_exporter.cpp, and a line here.
#define ATLAS_EXPORTERS(FORMAT)                                                                                        \
    FORMAT(folder)                                                                                                     \
    FORMAT(csv)                                                                                                        \
    FORMAT(jsonl)                                                                                                      \
    FORMAT(hfImageFolder)                                                                                              \
    FORMAT(labelStudio)

namespace atlas::storage::exports {

#define ATLAS_DECLARE(format) Exporter format();
ATLAS_EXPORTERS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::storage::exports
