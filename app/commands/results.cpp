#include "app/results.h"

#include "app/cell_answers.h"
#include "app/commands/commands.h"
#include "app/commands/training.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    bool csv = false;
    TextOptions text;
    CellQuestion cell;
};

}  // namespace

void declareResults(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "results", "Show what a run reached: matrix, measures, cost", [options, &context] {
            const auto project = openForReading(options->project);
            const RunRecord run = findRun(*project, options->run);
            if (!options->cell.task.empty()) {
                const CellAnswers answers = readCellAnswers(*project, run, options->cell);
                context.answer(toJson(answers), toText(answers));
                return;
            }
            const MeasuredRun measured = measureRun(*project, run);
            context.answer(toJson(measured), options->csv ? toCsv(measured) : toText(measured, options->text));
        });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->run, "Run: uuid, its start, name or number")->required();
    CLI::Option *csv = command.add_flag("--csv", options->csv, "Print the measures as CSV, with all digits");
    csv->excludes(command.get_option("--json"));
    command.add_flag("--formulas", options->text.formulas, "Print each measure's formula")->excludes(csv);
    command.add_flag("--decisions", options->text.decisions, "Print all that each decision stood on")->excludes(csv);
    CLI::Option *samples =
        command.add_option("--samples", options->cell.task, "List this task's test samples, those lost first")
            ->excludes(csv);
    command.add_option("--after", options->cell.after, "As answered after this task was learned; default: the last")
        ->needs(samples);
    command.add_flag("--changed", options->cell.changedOnly, "Only samples lost or found since the task was learned")
        ->needs(samples);
}

}  // namespace atlas::app
