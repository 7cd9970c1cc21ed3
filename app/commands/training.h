#pragma once

#include "app/commands/context.h"
#include "app/derived_runs.h"
#include "core/run_record.h"

namespace atlas::app {

/// Claims a run and trains it to its end with progress on the terminal.
/// Errors: those of executeRun; NotFound when it cannot be claimed.
void trainOnTerminal(CommandContext &context, storage::Project &project, const std::string &uuid);

/// "KEY=VALUE" entries as settings.  Errors: Usage.
std::map<std::string, std::string> readSettings(const std::vector<std::string> &entries);

/// Options of commands that train a task on top of a finished run.
struct DerivedOptions {
    std::filesystem::path project;
    std::string run;
    std::string task;
    std::vector<std::uint64_t> seeds;
    std::vector<std::string> settings;
    std::string trainShare;
    std::int64_t maxTrain = -1;  ///< -1 = as the run had it
};

void addDerivedOptions(CLI::App &command, DerivedOptions &options);

/// Errors: Usage.
DerivedPlan planOf(const DerivedOptions &options);

/// The run of that uuid, start of a uuid, name, number or alias (production).  Errors: NotFound.
RunRecord findRun(const storage::Project &project, const std::string &key);

}  // namespace atlas::app
