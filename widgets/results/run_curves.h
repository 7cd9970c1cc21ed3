#pragma once

#include "widgets/results/stability_gap.h"

namespace atlas::storage {
class Connection;
}

namespace atlas::widgets {

/// All curves of one metric that a run has stored.
/// Threads: the connection's.  Errors: those of the stores.
RunCurves readCurves(storage::Connection &connection, std::int64_t run, const std::string &metric);

}  // namespace atlas::widgets
