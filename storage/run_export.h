#pragma once

#include "core/observer.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

namespace atlas::storage {

class Connection;

/// Writes everything that runs measured to a file, at full resolution: every setting, cell, cost and point of a curve.
/// "*.json": one object with an entry per run. "*.csv": one line per number (RFC 4180, UTF-8): run, name, strategy,
/// seed, what, task, after, name of the figure or curve, context, step, value. Both with every digit, C locale; NaN is
/// null or empty. Points go from the database to the file: no curve is held whole.
/// Threads: the connection's.  Errors: NotFound (a run), Usage (another ending), Io, DiskFull, Cancelled; the file is
/// then not there, and one that was there before is untouched.
void exportRuns(Connection &connection, std::span<const std::int64_t> runs, const std::filesystem::path &file,
                Observer &observer, const std::stop_token &stop);

}  // namespace atlas::storage
