#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "core/error.h"
#include "storage/connection.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string name;
    std::vector<std::string> tasks;
};

nlohmann::ordered_json toJson(const TaskSequence &sequence)
{
    return {{"name", sequence.name}, {"tasks", sequence.tasks}};
}

std::string toText(const TaskSequence &sequence)
{
    std::string text = sequence.name + ":";
    for (const std::string &task : sequence.tasks) {
        text += " " + task;
    }
    return text + "\n";
}

void set(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, project->assetFolder()).setSequence(options.name, options.tasks);
    });
    const TaskSequence sequence{.name = options.name, .tasks = options.tasks};
    context.answer(toJson(sequence), "Set the sequence " + toText(sequence));
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"sequences", nlohmann::ordered_json::array()}};
    std::string text;
    for (const TaskSequence &sequence : storage::TaskStore(*connection, project->assetFolder()).sequences()) {
        json["sequences"].push_back(toJson(sequence));
        text += toText(sequence);
    }
    context.answer(json,
                   text.empty() ? "No sequences yet. Make one: atlas sequence PROJECT set NAME TASK TASK...\n" : text);
}

void show(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    const auto sequence = storage::TaskStore(*connection, project->assetFolder()).findSequence(options.name);
    if (!sequence) {
        throw Error(ErrorCode::NotFound, "There is no sequence \"" + options.name + "\".",
                    "See: atlas sequence PROJECT list");
    }
    context.answer(toJson(*sequence), toText(*sequence));
}

}  // namespace

void declareSequence(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = *app.add_subcommand("sequence", "Put tasks into learning order");
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.require_subcommand(1);

    CLI::App &setting = addCommand(command, context, "set", "Make or replace a sequence",
                                   [options, &context] { set(*options, context); });
    setting.add_option("NAME", options->name, "Name of the sequence")->required();
    setting.add_option("TASK", options->tasks, "Tasks in learning order")->required();
    addCommand(command, context, "list", "List the sequences", [options, &context] { list(*options, context); });
    addCommand(command, context, "show", "Show one sequence", [options, &context] { show(*options, context); })
        .add_option("NAME", options->name, "Name of the sequence")
        ->required();
}

}  // namespace atlas::app
