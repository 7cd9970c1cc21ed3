#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/run_notes.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    std::string name;
};

void rename(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const RunRecord run = findRun(*project, options.run);
    const storage::NewName name = project->writer().run([&](storage::Connection &connection) {
        return storage::RunNotes(connection).rename(run.id, options.name, userName());
    });
    context.answer({{"run", run.uuid}, {"name", name.after}, {"before", name.before}},
                   name.before + " is called " + name.after + " from now on.\n");
}

}  // namespace

void declareRename(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "rename", "Give a run a name of your own",
                                   [options, &context] { rename(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->run, "The run: uuid, its start, name, number or alias")->required();
    command.add_option("NAME", options->name, "Its new name, which no other run has; in quotes where it has spaces")
        ->required();
}

}  // namespace atlas::app
