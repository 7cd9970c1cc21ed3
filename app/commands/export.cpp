#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/run_answers.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/exporter.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    std::string task;
    storage::ExportRequest request;
};

void exportSamples(const Options &options, CommandContext &context)
{
    if (options.request.dataset.empty() || options.request.format.empty()) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "Nothing says what is to be exported.")),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Give RUN and --task for a learned task, or --dataset and --format for samples.")));
    }
    const auto project = openForReading(options.project);
    TerminalObserver observer;
    const storage::ExportReport report = storage::exportDataset(*project, options.request, observer, context.stop());
    context.answer(
        {{"samples", report.samples}, {"pictures", report.pictures}, {"folder", options.request.target.string()}},
        "Wrote " + std::to_string(report.samples) + " samples and " + std::to_string(report.pictures) +
            " pictures to " + options.request.target.string() + ".\n");
}

void exportLearned(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const RunRecord run = findRun(*project, options.run);
    exportTask(context.engine(), *project, run, options.task, options.request.target);
    const auto bytes = std::filesystem::file_size(options.request.target);
    context.answer({{"run", run.uuid},
                    {"task", options.task.empty() ? run.tasks.front() : options.task},
                    {"bytes", bytes},
                    {"out", options.request.target.string()}},
                   "Wrote " + options.request.target.string() + ", " + std::to_string(bytes) + " bytes.\n");
}

}  // namespace

void declareExport(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "export", "Write a learned task, or a dataset so that it can be imported again",
                   [options, &context] { (options->run.empty() ? exportSamples : exportLearned)(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    CLI::Option *run = command.add_option("RUN", options->run, "Run whose task is exported, as one file");
    command.add_option("--task", options->task, "Task to export; may be left out where the run has one")->needs(run);
    command.add_option("--dataset", options->request.dataset, "Dataset to export")->excludes(run);
    command.add_option("--format", options->request.format, "How to write it: " + storage::exportFormatNames())
        ->excludes(run);
    command
        .add_option("--out", options->request.target,
                    "File of the task to write, or folder to make; a folder must not exist, or be empty")
        ->required();
}

}  // namespace atlas::app
