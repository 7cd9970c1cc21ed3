#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"
#include "storage/exporter.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    storage::ExportRequest request;
};

}  // namespace

void declareExport(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "export", "Write a dataset so that it can be imported again, here or elsewhere",
                   [options, &context] {
                       const auto project = openForReading(options->project);
                       TerminalObserver observer;
                       const storage::ExportReport report =
                           storage::exportDataset(*project, options->request, observer, context.stop());
                       context.answer({{"samples", report.samples},
                                       {"pictures", report.pictures},
                                       {"folder", options->request.target.string()}},
                                      "Wrote " + std::to_string(report.samples) + " samples and " +
                                          std::to_string(report.pictures) + " pictures to " +
                                          options->request.target.string() + ".\n");
                   });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--dataset", options->request.dataset, "Dataset to export")->required();
    command.add_option("--format", options->request.format, "How to write it: " + storage::exportFormatNames())
        ->required();
    command.add_option("--out", options->request.target, "Folder to make; must not exist, or be empty")->required();
}

}  // namespace atlas::app
