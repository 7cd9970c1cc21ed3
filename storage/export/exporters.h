#pragma once

#include "core/translatable.h"
#include "storage/exporter.h"

// A new format is a file of this folder, <format>_exporter.cpp, and a line here.
#define ATLAS_EXPORTERS(FORMAT)                                                                                        \
    FORMAT(folder)                                                                                                     \
    FORMAT(csv)                                                                                                        \
    FORMAT(jsonl)                                                                                                      \
    FORMAT(hfImageFolder)                                                                                              \
    FORMAT(labelStudio)

namespace atlas::storage::exports {

inline constexpr const char *kKeepsEverything =
    QT_TRANSLATE_NOOP("Exporter", "Everything: pictures, texts, labels with their weights, splits, groups, notes and "
                                  "review.");

#define ATLAS_DECLARE(format) Exporter format();
ATLAS_EXPORTERS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::storage::exports
