#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/runs_view.h"
#include "app/figures.h"
#include "app/version_output.h"
#include "core/error.h"
#include "core/run_filter.h"
#include "core/sentence.h"
#include "core/sentence_json.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/run_notes.h"
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
    std::string view;
    bool views = false;
};

std::string filterHelp()
{
    std::string text = "Only runs that meet all terms, e.g. ";
    for (const RunFilterHelp &help : RunFilter::help()) {
        text += std::string(help.example) + " (" + help.text + "); ";
    }
    return text.substr(0, text.size() - 2);
}

/// Errors: Usage, with the place in the text.
RunFilter filterOf(const std::string &text)
{
    RunFilter filter = RunFilter::parse(text);
    if (const auto &problem = filter.problem()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The filter was not understood at character %1: %2"),
                        problem->at + 1, say(problem->text, problem->what, problem->instead)),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs --help")));
    }
    return filter;
}

/// The runs of a project as they are asked for.
class Listing {
public:
    Listing(storage::Connection &connection, const Options &options)
        : m_name(options.view), m_table(storage::readRunTable(connection))
    {
        if (!m_name.empty()) {
            m_view = runViewFromJson(storage::RunNotes(connection).view(m_name).view);
        }
        const RunFilter own = filterOf(options.filter);
        const RunFilter saved = filterOf(m_view.filter);
        if (own.asksForSettings() || !m_name.empty()) {
            std::vector<std::int64_t> runs;
            std::ranges::transform(m_table.rows, std::back_inserter(runs), &RunRow::id);
            m_settings = storage::readRunSettings(connection, runs);
        }
        std::vector<std::size_t> rows;
        std::ranges::set_intersection(own.matching(m_table, m_settings), saved.matching(m_table, m_settings),
                                      std::back_inserter(rows));
        m_entries = arrangeRuns(scene(), rows, m_view);
    }

    RunScene scene() const { return {m_table, m_settings}; }
    const RunEntries &entries() const { return m_entries; }
    const RunView &view() const { return m_view; }
    const std::string &viewName() const { return m_name; }  ///< empty = none was asked for

private:
    std::string m_name;
    RunTable m_table;
    RunSettings m_settings;
    RunView m_view;
    RunEntries m_entries;
};

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
    return line + (run.message.empty() ? "" : "  " + storedSentence(run.message).english()) + "\n";
}

Json jsonOf(storage::Connection &connection, const RunRecord &run, const RunRow &row)
{
    return {{"run", run.uuid},
            {"name", run.name},
            {"status", runStatusName(run.status)},
            {"strategy", run.spec.strategy},
            {"seed", run.spec.seed},
            {"sequence", run.spec.sequence},
            {"parent", run.spec.origin.run.empty() ? Json(nullptr) : Json(run.spec.origin.run)},
            {"how", run.spec.origin.how},
            {"data", toJson(storage::runData(connection, run.id))},
            {"progress", run.progress},
            {"figures", figuresOf(row)},
            {"tags", row.tags},
            {"note", row.note},
            {"message", storedSentence(run.message).english()},
            {"host", run.host},
            {"created_us", run.createdUs},
            {"started_us", run.startedUs},
            {"ended_us", run.endedUs}};
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    const Listing listing(*connection, options);
    const std::vector<RunRow> &rows = listing.scene().table.rows;
    std::map<std::string, RunRecord> runs;
    for (RunRecord &run : storage::RunStore(*connection).list()) {
        runs.emplace(run.uuid, std::move(run));
    }
    const bool viewed = !listing.viewName().empty();
    Json json{{"runs", Json::array()}};
    if (viewed) {
        json["view"] = toJson(listing.viewName(), listing.view());
    }
    std::string text;
    for (std::size_t entry = 0; entry < listing.entries().size(); ++entry) {
        for (const std::size_t row : listing.entries()[entry]) {
            const auto run = runs.find(rows[row].uuid);
            if (run == runs.end()) {
                continue;  // removed since the table was read
            }
            json["runs"].push_back(jsonOf(*connection, run->second, rows[row]));
            if (viewed) {
                json["runs"].back()["cells"] = cellsOf(listing.scene(), row, listing.view());
                json["runs"].back()["entry"] = entry;
            }
            text += viewed ? std::string() : lineOf(run->second, rows[row]);
        }
    }
    if (viewed && !listing.entries().empty()) {
        text = toText(listing.scene(), listing.entries(), listing.view());
    }
    const char *none = rows.empty() ? "No runs yet. Start one: atlas train PROJECT --sequence NAME --strategy atlas\n"
                                    : "No run passes the filter.\n";
    context.answer(json, text.empty() ? none : text);
}

void listViews(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    Json json{{"views", Json::array()}};
    std::string text;
    for (const storage::SavedView &saved : storage::RunNotes(*project->connect()).views()) {
        const RunView view = runViewFromJson(saved.view);
        json["views"].push_back(toJson(saved.name, view));
        text += saved.name + (view.filter.empty() ? "" : "  " + view.filter) + "\n";
    }
    context.answer(json, text.empty() ? "No view was saved yet. Save one on the page Compare.\n" : text);
}

}  // namespace

void declareRuns(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "runs", "List the runs, newest first", [options, &context] {
        if (options->views) {
            listViews(*options, context);
        } else {
            list(*options, context);
        }
    });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--filter", options->filter, filterHelp());
    command.add_option("--view", options->view,
                       "A saved view of the page Compare: its filter, order, columns, grouping and baseline");
    command.add_flag("--views", options->views, "List the saved views instead")
        ->excludes("--view")
        ->excludes("--filter");
}

}  // namespace atlas::app
