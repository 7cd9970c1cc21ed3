#pragma once

#include "fuzz/input.h"
#include "storage/importer.h"

#include <string>

namespace atlas::fuzz {

/// A request for the source whose other members are chosen by the input's last byte.
storage::ImportRequest requestFor(const std::filesystem::path &source, const Input &input);

/// Imports as a dry run does: nothing is stored. No exception may leave an importer because of what it reads, and what
/// it hands over must be fit for the database: this is checked.
/// Requires: a format of the registry.
storage::ImportReport dryRun(const std::string &format, storage::ImportRequest request);

/// That what was told of an import is text, and its counts fit.
void checkReport(const storage::ImportReport &report);

}  // namespace atlas::fuzz
