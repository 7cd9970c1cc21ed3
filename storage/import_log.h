#pragma once

#include "storage/records.h"

namespace atlas::storage {

class Connection;

/// Remembers an import: source, counts and every problem, in the transaction that wrote its rows.
void recordImport(Connection &connection, const ImportRequest &request, const ImportReport &report);

}  // namespace atlas::storage
