#pragma once

#include "app/commands/context.h"
#include "core/run_record.h"

namespace atlas::app {

/// Claims a run and trains it to its end with progress on the terminal.
/// Errors: those of executeRun; NotFound when it cannot be claimed.
void trainOnTerminal(CommandContext &context, storage::Project &project, const std::string &uuid);

/// The run of that uuid, start of a uuid, name or number.  Errors: NotFound.
RunRecord findRun(const storage::Project &project, const std::string &key);

}  // namespace atlas::app
