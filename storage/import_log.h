#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// Remembers an import: source, counts and every problem, in the transaction that wrote its rows.
void recordImport(Connection &connection, const ImportRequest &request, const ImportReport &report);

/// Stable names for JSON: "error", "warning", "info".
const char *problemLevelName(ProblemLevel level) noexcept;

}  // namespace atlas::storage
