#pragma once

#include "storage/import/import_pipeline.h"

namespace atlas::storage {

/// Goes over everything that was read, in its order: settles the kind, refuses rows that lack a field of it, looks at
/// all samples together (import_findings.h), and fills the report. Returns the samples that are fit to be stored.
/// `request.kind` is set where it was empty.
std::vector<Sample> reviewEntries(std::deque<ImportEntry> &entries, ImportRequest &request, ImportReport &report);

}  // namespace atlas::storage
