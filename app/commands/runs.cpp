#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/version_output.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/versions/run_data.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declareRuns(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>();
    CLI::App &command = addCommand(app, context, "runs", "List the runs, newest first", [folder, &context] {
        const auto project = openForReading(*folder);
        const auto connection = project->connect();
        nlohmann::ordered_json json{{"runs", nlohmann::ordered_json::array()}};
        std::string text;
        for (const RunRecord &run : storage::RunStore(*connection).list()) {
            json["runs"].push_back(
                {{"run", run.uuid},
                 {"name", run.name},
                 {"status", runStatusName(run.status)},
                 {"strategy", run.spec.strategy},
                 {"seed", run.spec.seed},
                 {"sequence", run.spec.sequence},
                 {"parent", run.spec.origin.run.empty() ? nlohmann::ordered_json(nullptr)
                                                        : nlohmann::ordered_json(run.spec.origin.run)},
                 {"how", run.spec.origin.how},
                 {"data", toJson(storage::runData(*connection, run.id))},
                 {"progress", run.progress},
                 {"message", run.message},
                 {"host", run.host},
                 {"created_us", run.createdUs},
                 {"started_us", run.startedUs},
                 {"ended_us", run.endedUs}});
            text += run.uuid.substr(0, 8) + "  " + run.name + "  " + run.spec.sequence + "  seed " +
                    std::to_string(run.spec.seed) + "  " + runStatusName(run.status) +
                    (run.message.empty() ? "" : "  " + run.message) + "\n";
        }
        context.answer(json, text.empty()
                                 ? "No runs yet. Start one: atlas train PROJECT --sequence NAME --strategy atlas\n"
                                 : text);
    });
    command.add_option("PROJECT", *folder, "Project folder")->required();
}

}  // namespace atlas::app
