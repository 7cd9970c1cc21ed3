#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "core/error.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/run_notes.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::vector<std::string> runs;
    std::vector<std::string> add;
    std::vector<std::string> remove;
    std::optional<std::string> note;
};

void change(const Options &options, const std::vector<RunRecord> &runs, storage::Connection &connection)
{
    std::vector<std::int64_t> ids;
    std::ranges::transform(runs, std::back_inserter(ids), &RunRecord::id);
    storage::RunNotes notes(connection);
    for (const std::string &tag : options.add) {
        notes.addTag(ids, tag);
    }
    for (const std::string &tag : options.remove) {
        notes.removeTag(ids, tag);
    }
    for (const std::int64_t run : ids) {
        if (options.note) {
            notes.write(run, *options.note, userName());
        }
    }
}

/// Tags and notes as they are now.
void tell(storage::Connection &connection, const std::vector<RunRecord> &runs, CommandContext &context)
{
    nlohmann::ordered_json json{{"runs", nlohmann::ordered_json::array()}};
    std::string text;
    storage::RunNotes notes(connection);
    for (const RunRecord &run : runs) {
        nlohmann::ordered_json history = nlohmann::ordered_json::array();
        for (const storage::RunNote &note : notes.notes(run.id)) {
            history.push_back({{"at_us", note.atUs}, {"actor", note.actor}, {"text", note.text}});
        }
        const std::vector<std::string> tags = notes.tagsOf(run.id);
        text += run.name;
        for (const std::string &tag : tags) {
            text += "  #" + tag;
        }
        text += history.empty() ? "\n" : "  " + history[0]["text"].get<std::string>() + "\n";
        json["runs"].push_back({{"run", run.uuid}, {"name", run.name}, {"tags", tags}, {"notes", std::move(history)}});
    }
    context.answer(json, text);
}

}  // namespace

void declareTag(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "tag", "Tags and notes of runs: show them, or change them", [options, &context] {
            const bool changes = !options->add.empty() || !options->remove.empty() || options->note;
            const auto project = changes ? openForWriting(options->project) : openForReading(options->project);
            std::vector<RunRecord> runs;
            for (const std::string &key : options->runs) {
                runs.push_back(findRun(*project, key));
            }
            if (changes) {
                project->writer().run([&](storage::Connection &connection) { change(*options, runs, connection); });
            }
            tell(*project->connect(), runs, context);
        });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->runs, "Runs: uuid, its start, name or number")->required();
    command.add_option("--add", options->add, "A tag to give them")->allow_extra_args(false);
    command.add_option("--remove", options->remove, "A tag to take from them")->allow_extra_args(false);
    command.add_option("--note", options->note, "A note to write; an empty one takes the note away");
}

}  // namespace atlas::app
