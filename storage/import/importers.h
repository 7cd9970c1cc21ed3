#pragma once

#include "storage/importer.h"

// A new format is a file of this folder, <format>_importer.cpp, and a line here; the first that takes a folder as its
// own reads it.
#define ATLAS_IMPORTERS(FORMAT)                                                                                        \
    FORMAT(folder)                                                                                                     \
    FORMAT(csv)                                                                                                        \
    FORMAT(tsv)                                                                                                        \
    FORMAT(jsonl)                                                                                                      \
    FORMAT(json)                                                                                                       \
    FORMAT(labelStudio)                                                                                                \
    FORMAT(vqa)                                                                                                        \
    FORMAT(hfImageFolder)                                                                                              \
    FORMAT(idx)

namespace atlas::storage {

/// The importer of that name, or where there is none the one that takes the source for its own most surely; nullptr =
/// there is none.
const Importer *importerFor(const std::filesystem::path &source, const std::string &format);

}  // namespace atlas::storage

namespace atlas::storage::formats {

#define ATLAS_DECLARE(format) Importer format();
ATLAS_IMPORTERS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

}  // namespace atlas::storage::formats
