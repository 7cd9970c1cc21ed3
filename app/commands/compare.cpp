#include "app/compare.h"

#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "storage/connection.h"
#include "storage/run_export.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::vector<std::string> runs;
    bool csv = false;
    std::filesystem::path all;
};

/// Everything that the runs measured, at full resolution.
void writeAll(const storage::Project &project, const std::vector<RunRecord> &runs, const Options &options,
              const CommandContext &context)
{
    std::vector<std::int64_t> ids;
    std::ranges::transform(runs, std::back_inserter(ids), &RunRecord::id);
    NullObserver observer;
    storage::exportRuns(*project.connect(), ids, options.all, observer, context.stop());
    context.answer({{"file", options.all.string()}, {"runs", runs.size()}}, "Wrote " + options.all.string() + "\n");
}

}  // namespace

void declareCompare(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "compare", "Hold runs against the first of them: settings, scores, paired differences",
                   [options, &context] {
                       const auto project = openForReading(options->project);
                       std::vector<RunRecord> runs;
                       for (const std::string &key : options->runs) {
                           runs.push_back(findRun(*project, key));
                       }
                       if (!options->all.empty()) {
                           writeAll(*project, runs, *options, context);
                           return;
                       }
                       const Comparison comparison = compareRuns(*project, runs);
                       context.answer(toJson(comparison), options->csv ? toCsv(comparison) : toText(comparison));
                   });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command
        .add_option("RUN", options->runs,
                    "Runs: uuid, its start, name or number; runs that differ in their seed alone "
                    "are taken together")
        ->required();
    command.add_flag("--csv", options->csv, "Print all figures as CSV, with all digits")
        ->excludes(command.get_option("--json"));
    command
        .add_option("--all", options->all,
                    "Write everything the runs measured instead, every cell and every point of every curve, to a "
                    ".csv or .json file")
        ->excludes("--csv");
}

}  // namespace atlas::app
