#include "app/compare.h"

#include "app/commands/commands.h"
#include "app/commands/training.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::vector<std::string> runs;
    bool csv = false;
};

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
}

}  // namespace atlas::app
