#pragma once

#include "storage/importer.h"

/// One function per format, each in a file of its own. A new format is such a file and a line in importers.cpp.
namespace atlas::storage::formats {

Importer csv();
Importer folder();
Importer hfImageFolder();
Importer idx();
Importer json();
Importer jsonl();
Importer tsv();

}  // namespace atlas::storage::formats
