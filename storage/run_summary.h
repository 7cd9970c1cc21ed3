#pragma once

#include <cstdint>

namespace atlas::storage {

class Connection;

/// Brings the summary of a run (table run_summary) up to what its cells and costs say.
/// Requires: the transaction that wrote them.
void refreshSummary(Connection &connection, std::int64_t run);

/// The same for all runs at once: after rows were written by set.
void refreshSummaries(Connection &connection);

}  // namespace atlas::storage
