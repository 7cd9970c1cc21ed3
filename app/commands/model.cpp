#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "app/decide.h"
#include "core/error.h"
#include "core/user_name.h"
#include "storage/connection.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string what;  ///< run or version
    std::string note;
    storage::Move move;
    storage::UpdatePolicy policy;
    bool clear = false;
};

/// The version that a key names, or that of a run, made if there is none.
storage::ModelVersion versionOf(storage::Project &project, const Options &options)
{
    const auto connection = project.connect();
    storage::ModelRegistry registry(*connection);
    if (options.what.starts_with('v')) {
        try {
            return registry.get(options.what);
        } catch (const Error &error) {
            if (error.code() != ErrorCode::NotFound) {
                throw;
            }
        }
    }
    const RunRecord run = findRun(project, options.what);
    if (const auto known = registry.versionOf(run.uuid)) {
        return *known;
    }
    const auto files = storage::hashPackages(project.modelFolder(run.uuid));
    return project.writer().run([&](storage::Connection &writer) {
        return storage::ModelRegistry(writer).add(run.uuid, files, options.note, options.move.actor);
    });
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"versions", nlohmann::ordered_json::array()}};
    std::string text;
    storage::ModelRegistry registry(*connection);
    for (const storage::ModelVersion &version : registry.list()) {
        json["versions"].push_back(toJson(version));
        text += version.key() + "  " + version.run.name + "  " + momentText(version.atUs) + "  " + version.actor;
        for (const std::string &alias : version.aliases) {
            text += "  [" + alias + "]";
        }
        text += (version.note.empty() ? "" : "  " + version.note) + "\n";
    }
    for (const storage::Alias &alias : registry.aliases()) {
        if (alias.request) {
            json["requests"].push_back(toJson(*alias.request));
            text += "Waits for a second person: " + toText(*alias.request);
        }
    }
    context.answer(json, text.empty() ? "No model versions yet. Make one: atlas model PROJECT register RUN\n" : text);
}

void registerRun(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const storage::ModelVersion version = versionOf(*project, options);
    context.answer(toJson(version), version.key() + " is " + version.run.name + ".\n");
}

void answerMove(const storage::AliasEvent &event, CommandContext &context)
{
    context.answer(toJson(event), toText(event));
}

void promote(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const storage::ModelVersion version = versionOf(*project, options);
    storage::requireSound(version, project->modelFolder(version.run.uuid));
    storage::Move move = options.move;
    move.verdict =
        verdictName(storage::readDecisionCase(*project->connect(), project->assetFolder(), version.run).ruling.verdict);
    answerMove(project->writer().run([&](storage::Connection &connection) {
        return storage::ModelRegistry(connection).promote(version.number, move);
    }),
               context);
}

template <auto Answer>
void answerRequest(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    answerMove(project->writer().run([&](storage::Connection &connection) {
        return (storage::ModelRegistry(connection).*Answer)(options.move);
    }),
               context);
}

void rollBack(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const auto connection = project->connect();
    storage::ModelRegistry registry(*connection);
    const std::int64_t number =
        options.what.empty() ? registry.before(options.move.alias) : registry.get(options.what).number;
    if (const auto version = registry.find(number)) {
        storage::requireSound(*version, project->modelFolder(version->run.uuid));
    }
    answerMove(project->writer().run([&](storage::Connection &writer) {
        return storage::ModelRegistry(writer).rollBack(number, options.move);
    }),
               context);
}

void decline(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const RunRecord run = findRun(*project, options.what);
    storage::Move move = options.move;
    move.verdict =
        verdictName(storage::readDecisionCase(*project->connect(), project->assetFolder(), run).ruling.verdict);
    project->writer().run(
        [&](storage::Connection &connection) { storage::ModelRegistry(connection).decline(run.uuid, move); });
    context.answer({{"run", run.uuid}, {"declined", move.alias}}, run.name + " will not be " + move.alias + ".\n");
}

void history(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"events", nlohmann::ordered_json::array()}};
    std::string text;
    for (const storage::AliasEvent &event : storage::ModelRegistry(*connection).events(options.move.alias)) {
        json["events"].push_back(toJson(event));
        text += toText(event);
    }
    context.answer(json, text.empty() ? "No version has been given a name yet.\n" : text);
}

void policy(const Options &options, CommandContext &context, bool writes)
{
    const auto project = writes ? openForWriting(options.project) : openForReading(options.project);
    if (writes) {
        project->writer().run([&](storage::Connection &connection) {
            storage::writePolicy(connection, options.policy, options.move.actor);
        });
    }
    const auto connection = project->connect();
    const storage::UpdatePolicy now = storage::readPolicy(*connection);
    const storage::PolicyStatus status = storage::readPolicyStatus(*connection);
    nlohmann::ordered_json json = toJson(now);
    json["due"] = status.due;
    const std::string text = storage::toText(now);
    context.answer(json, (text.empty() ? "No update policy was written yet." : text) +
                             (status.due ? "\nThe model in production is due to be trained again.\n" : "\n"));
}

}  // namespace

void declareModel(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    options->move.actor = userName();
    CLI::App &command = *app.add_subcommand("model", "Model versions, and which of them serves");
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.require_subcommand(1);
    const auto add = [&](const std::string &name, const std::string &help, auto run) -> CLI::App & {
        return addCommand(command, context, name, help, [options, &context, run] { run(*options, context); });
    };
    const auto addMove = [&](const std::string &name, const std::string &help, auto run) -> CLI::App & {
        CLI::App &one = add(name, help, run);
        one.add_option("--alias", options->move.alias, "Name that stands for the version; production unless given");
        one.add_option("--reason", options->move.reason, "Why, in a few words")->required();
        one.add_option("--as", options->move.actor, "Who does it; the login name unless given");
        return one;
    };
    add("list", "List the versions, newest first", list);
    CLI::App &registering = add("register", "Make a version of a finished run", registerRun);
    registering.add_option("RUN", options->what, "Run")->required();
    registering.add_option("--note", options->note, "What it is for");
    CLI::App &promoting = addMove("promote", "Let a name stand for a version", promote);
    promoting.add_option("RUN", options->what, "Run, or version like v3")->required();
    addMove("approve", "Agree to what somebody else asked for", answerRequest<&storage::ModelRegistry::approve>);
    addMove("reject", "Refuse what somebody asked for", answerRequest<&storage::ModelRegistry::reject>);
    CLI::App &rolling = addMove("rollback", "Go back to a version that the name stood for", rollBack);
    rolling.add_option("--to", options->what, "Version like v3; the one before unless given");
    CLI::App &declining = addMove("decline", "Write down that a run is not to serve", decline);
    declining.add_option("RUN", options->what, "Run")->required();
    CLI::App &telling = add("history", "Every move of a name, newest first", history);
    telling.add_option("--alias", options->move.alias, "Name; production unless given");

    CLI::App &ruling = addCommand(command, context, "policy", "When to train again, and who decides", [] {});
    const std::vector<CLI::Option *> parts{
        ruling.add_option("--new-samples", options->policy.newSamples, "Labelled samples since the last training"),
        ruling.add_option("--age-days", options->policy.ageDays, "Days since the last training"),
        ruling.add_option("--below", options->policy.below, "Average score under which to train again, 0 to 1"),
        ruling.add_option("--decides", options->policy.decides, "Who decides"),
        ruling.add_flag("--second-person", options->policy.secondPerson,
                        "A second person approves what goes to production"),
        ruling.add_option("--note", options->policy.note, "Anything else"),
    };
    ruling.add_flag("--clear", options->clear, "Take the policy away");
    ruling.callback([options, &context, parts] {
        const bool writes =
            options->clear || std::ranges::any_of(parts, [](const CLI::Option *part) { return part->count() > 0; });
        policy(*options, context, writes);
    });
}

}  // namespace atlas::app
