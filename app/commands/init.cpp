#include "app/commands/commands.h"
#include "app/commands/context.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declareInit(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>();
    CLI::App &command = addCommand(app, context, "init", "Make an empty project", [folder, &context] {
        const auto project = storage::Project::create(*folder);
        context.answer({{"project", project->folder().string()}, {"uuid", project->uuid()}},
                       "Made the project " + project->folder().string() + ".\n");
    });
    command.add_option("PROJECT", *folder, "Folder to make, Name.atlas")->required();
}

}  // namespace atlas::app
