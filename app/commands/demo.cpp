#include "app/demo/demo.h"

#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/results.h"
#include "app/run_executor.h"
#include "storage/connection.h"
#include "storage/run_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declareDemo(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>("Demo.atlas");
    CLI::App &command = addCommand(
        app, context, "demo", "Make a small project of its own pictures and texts, and train it", [folder, &context] {
            std::unique_ptr<storage::Project> project;
            {
                TerminalObserver observer;
                project = makeDemoProject(*folder, observer, context.stop());
            }
            const RunSpec spec = makeSpecs(planOf(demoRunSpec()), context.engine()).front();
            const RunRecord run = project->writer().run(
                [&](storage::Connection &connection) { return storage::RunStore(connection).create(spec); });
            trainOnTerminal(context, *project, run.uuid);
            const MeasuredRun measured = measureRun(*project, findRun(*project, run.uuid));
            context.answer(toJson(measured), toText(measured) + "\nProject: " + folder->string() + "\n");
        });
    command.add_option("PROJECT", *folder, "Folder to make; Demo.atlas if absent");
}

}  // namespace atlas::app
