#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/figures.h"
#include "app/version_output.h"
#include "core/error.h"
#include "core/run_filter.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/run_table.h"
#include "storage/versions/run_data.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::filesystem::path project;
    std::string filter;
};

std::string filterHelp()
{
    std::string text = "Only runs that meet all terms, e.g. ";
    for (const RunFilterHelp &help : RunFilter::help()) {
        text += std::string(help.example) + " (" + help.text + "); ";
    }
    return text.substr(0, text.size() - 2);
}

/// The rows that the filter lets through.  Errors: Usage, with the place in the text.
std::vector<std::size_t> rowsOf(storage::Connection &connection, const RunTable &table, const std::string &text)
{
    const RunFilter filter = RunFilter::parse(text);
    if (const auto &problem = filter.problem()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The filter was not understood at character %1: %2"),
                        problem->at + 1, say(problem->text, problem->what, problem->instead)),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs --help")));
    }
    RunSettings settings;
    if (filter.asksForSettings()) {
        std::vector<std::int64_t> runs;
        std::ranges::transform(table.rows, std::back_inserter(runs), &RunRow::id);
        settings = storage::readRunSettings(connection, runs);
    }
    return filter.matching(table, settings);
}

Json figuresOf(const RunRow &row)
{
    Json figures = Json::object();
    for (const RunFigure &figure : runFigures()) {
        const std::optional<double> value = figure.value(row);
        figures[figure.measure] = value ? Json(*value) : Json(nullptr);
    }
    return figures;
}

std::string lineOf(const RunRecord &run, const RunRow &row)
{
    std::string line = run.uuid.substr(0, 8) + "  " + run.name + "  " + run.spec.sequence + "  seed " +
                       std::to_string(run.spec.seed) + "  " + runStatusName(run.status);
    if (row.accuracy) {
        line += "  accuracy " + figureText(MeasureUnit::Share, *row.accuracy);
    }
    if (row.forgetting) {
        line += "  forgetting " + figureText(MeasureUnit::Points, *row.forgetting);
    }
    for (const std::string &tag : row.tags) {
        line += "  #" + tag;
    }
    return line + (run.message.empty() ? "" : "  " + run.message) + "\n";
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    const RunTable table = storage::readRunTable(*connection);
    std::map<std::string, const RunRow *> rows;
    for (const std::size_t row : rowsOf(*connection, table, options.filter)) {
        rows[table.rows[row].uuid] = &table.rows[row];
    }
    Json json{{"runs", Json::array()}};
    std::string text;
    for (const RunRecord &run : storage::RunStore(*connection).list()) {
        const auto found = rows.find(run.uuid);
        if (found == rows.end()) {
            continue;
        }
        const RunRow &row = *found->second;
        json["runs"].push_back({{"run", run.uuid},
                                {"name", run.name},
                                {"status", runStatusName(run.status)},
                                {"strategy", run.spec.strategy},
                                {"seed", run.spec.seed},
                                {"sequence", run.spec.sequence},
                                {"parent", run.spec.origin.run.empty() ? Json(nullptr) : Json(run.spec.origin.run)},
                                {"how", run.spec.origin.how},
                                {"data", toJson(storage::runData(*connection, run.id))},
                                {"progress", run.progress},
                                {"figures", figuresOf(row)},
                                {"tags", row.tags},
                                {"note", row.note},
                                {"message", run.message},
                                {"host", run.host},
                                {"created_us", run.createdUs},
                                {"started_us", run.startedUs},
                                {"ended_us", run.endedUs}});
        text += lineOf(run, row);
    }
    const char *none = table.rows.empty()
                           ? "No runs yet. Start one: atlas train PROJECT --sequence NAME --strategy atlas\n"
                           : "No run passes the filter.\n";
    context.answer(json, text.empty() ? none : text);
}

}  // namespace

void declareRuns(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "runs", "List the runs, newest first",
                                   [options, &context] { list(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--filter", options->filter, filterHelp());
}

}  // namespace atlas::app
