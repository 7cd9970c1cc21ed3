#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string name;
    std::vector<std::string> tasks;
    std::vector<std::string> upstream;
    storage::SandboxRequest sandbox;
};

nlohmann::ordered_json toJson(const TaskSequence &sequence, const std::vector<std::string> &upstream)
{
    return {{"name", sequence.name}, {"tasks", sequence.tasks}, {"upstream", upstream}};
}

std::string toText(const TaskSequence &sequence, const std::vector<std::string> &upstream)
{
    std::string text = sequence.name + ":";
    for (const std::string &task : sequence.tasks) {
        const bool early = std::ranges::find(upstream, task) != upstream.end();
        text += " " + task + (early ? " (upstream)" : "");
    }
    return text + "\n";
}

void set(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, project->assetFolder())
            .setSequence(options.name, options.tasks, options.upstream);
    });
    const TaskSequence sequence{.name = options.name, .tasks = options.tasks};
    context.answer(toJson(sequence, options.upstream), "Set the sequence " + toText(sequence, options.upstream));
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"sequences", nlohmann::ordered_json::array()}};
    std::string text;
    storage::TaskStore store(*connection, project->assetFolder());
    for (const TaskSequence &sequence : store.sequences()) {
        const std::vector<std::string> upstream = store.upstream(sequence.name);
        json["sequences"].push_back(toJson(sequence, upstream));
        text += toText(sequence, upstream);
    }
    context.answer(json,
                   text.empty() ? "No sequences yet. Make one: atlas sequence PROJECT set NAME TASK TASK...\n" : text);
}

void show(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    storage::TaskStore store(*connection, project->assetFolder());
    const auto sequence = store.findSequence(options.name);
    if (!sequence) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no sequence \"%1\"."), options.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas sequence PROJECT list")));
    }
    const std::vector<std::string> upstream = store.upstream(sequence->name);
    context.answer(toJson(*sequence, upstream), toText(*sequence, upstream));
}

void sandbox(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    storage::SandboxRequest request = options.sandbox;
    request.sequence = options.name;
    std::vector<std::string> upstream;
    const TaskSequence made = project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore store(connection, project->assetFolder());
        const TaskSequence sequence = store.sandbox(request);
        upstream = store.upstream(sequence.name);
        return sequence;
    });
    context.answer(toJson(made, upstream), "Made the sandbox " + toText(made, upstream));
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
    setting.add_option("--upstream", options->upstream,
                       "A task that is learned for later ones to reuse, not judged itself; once for each");
    CLI::App &sampling = addCommand(command, context, "sandbox", "Make a sampled copy of a sequence for a pilot",
                                    [options, &context] { sandbox(*options, context); });
    sampling.add_option("NAME", options->name, "Name of the sequence")->required();
    sampling.add_option("--train", options->sandbox.train, "Training samples of each task")->capture_default_str();
    sampling.add_option("--seed", options->sandbox.seed, "Another seed draws other samples")->capture_default_str();
    addCommand(command, context, "list", "List the sequences", [options, &context] { list(*options, context); });
    addCommand(command, context, "show", "Show one sequence", [options, &context] { show(*options, context); })
        .add_option("NAME", options->name, "Name of the sequence")
        ->required();
}

}  // namespace atlas::app
