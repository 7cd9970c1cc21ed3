#include "app/results.h"

#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "storage/connection.h"
#include "storage/run_results.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declareResults(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>();
    auto key = std::make_shared<std::string>();
    CLI::App &command =
        addCommand(app, context, "results", "Show what a run reached: matrix, measures, cost", [folder, key, &context] {
            const auto project = openForReading(*folder);
            const auto connection = project->connect();
            const RunResults results =
                storage::readRunResults(*connection, project->assetFolder(), findRun(*project, *key));
            context.answer(toJson(results), toText(results));
        });
    command.add_option("PROJECT", *folder, "Project folder")->required();
    command.add_option("RUN", *key, "Run: uuid, its start, name or number")->required();
}

}  // namespace atlas::app
