#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"

#include <CLI/CLI.hpp>

namespace atlas::app {

void declarePretrain(CLI::App &app, CommandContext &context)
{
    auto request = std::make_shared<engine::PretrainRequest>();
    CLI::App &command = addCommand(app, context, "pretrain", "Train a backbone from a recipe", [request, &context] {
        TerminalObserver observer;
        context.engine().pretrain(*request, observer, context.stop());
        context.answer({{"backbone", request->out.string()}}, "Wrote the backbone to " + request->out.string() + ".\n");
    });
    command.add_option("RECIPE", request->recipe, "JSON file of the recipe")->required();
    command.add_option("--data", request->data, "Folder of the data the recipe names")->required();
    command.add_option("--out", request->out, "Folder to write")->required();
    command.add_option("--embedders", request->embedders,
                       "Folder of the two pretrained networks (recipes of a starter)");
}

}  // namespace atlas::app
