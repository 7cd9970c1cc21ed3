#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace atlas::storage {

/// Takes out of a copied database everything that does not belong to these runs (row ids). What refers to a row that
/// is gone goes too, or forgets it where it may; this follows the foreign keys of the schema, so that a new table needs
/// no line here.
/// Requires: a database without foreign keys and triggers at work.
void keepRuns(SQLite::Database &database, const std::vector<std::int64_t> &runs);

}  // namespace atlas::storage
