#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/version_output.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/versions/restore_version.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string dataset;
    std::string name;
    std::string note;
    std::string from;
    std::string to = storage::kNow;
};

Dataset datasetOf(storage::Connection &connection, const Options &options)
{
    const std::optional<Dataset> found = storage::DatasetStore(connection).find(options.dataset);
    if (!found) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset \"%1\"."), options.dataset),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import it with: atlas import")));
    }
    return *found;
}

/// A version by its key, or the dataset as it is.
struct Side {
    std::string title;
    storage::DataState state;
};

Side sideOf(storage::Connection &connection, const Dataset &dataset, const std::string &key)
{
    if (key == storage::kNow) {
        return {storage::kNow, storage::readDataState(connection, dataset.id)};
    }
    storage::DataVersions versions(connection);
    const storage::DataVersion version = versions.find(dataset.id, key);
    return {versionKey(version.ref), versions.stateOf(version)};
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"dataset", options.dataset}, {"versions", nlohmann::ordered_json::array()}};
    std::string text;
    for (const storage::DataVersion &version :
         storage::DataVersions(*connection).list(datasetOf(*connection, options).id)) {
        json["versions"].push_back(toJson(version));
        text += toText(version);
    }
    context.answer(json, text.empty() ? "No versions yet. Training makes one by itself; make one: atlas version "
                                        "PROJECT make --dataset NAME --name NAME\n"
                                      : text);
}

void make(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    const storage::DataVersion version = project->writer().run([&](storage::Connection &connection) {
        return storage::DataVersions(connection)
            .make(datasetOf(connection, options).id, {.name = options.name, .note = options.note}, userName());
    });
    context.answer(toJson(version), toText(version));
}

void diff(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    const Dataset dataset = datasetOf(*connection, options);
    const Side from = sideOf(*connection, dataset, options.from);
    const Side to = sideOf(*connection, dataset, options.to);
    const storage::StateDifference found = storage::difference(from.state, to.state);
    nlohmann::ordered_json json{{"dataset", dataset.name}, {"from", from.title}, {"to", to.title}};
    json.update(toJson(found));
    context.answer(json, dataset.name + ", from " + from.title + " to " + to.title + ":\n" + toText(found));
}

void restore(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    storage::DataVersion version;
    const std::vector<std::int64_t> samples = project->writer().run([&](storage::Connection &connection) {
        const Dataset dataset = datasetOf(connection, options);
        version = storage::DataVersions(connection).find(dataset.id, options.to);
        return storage::restoreVersion(connection, dataset, version, userName());
    });
    context.answer({{"dataset", options.dataset}, {"version", versionKey(version.ref)}, {"samples", samples}},
                   options.dataset + " is as it was in " + versionKey(version.ref) + "; samples changed: " +
                       std::to_string(samples.size()) + ". It can be taken back in the window (Ctrl+Z).\n");
}

}  // namespace

void declareVersion(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = *app.add_subcommand("version", "Keep, compare and bring back states of a dataset");
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.require_subcommand(1);
    const auto add = [&](const std::string &name, const std::string &help, auto run) -> CLI::App & {
        CLI::App &one = addCommand(command, context, name, help, [options, &context, run] { run(*options, context); });
        one.add_option("--dataset", options->dataset, "Dataset")->required();
        return one;
    };
    add("list", "List the versions of a dataset, newest first", list);
    CLI::App &making = add("make", "Keep the dataset as it is now", make);
    making.add_option("--name", options->name, "Name of the version");
    making.add_option("--note", options->note, "What it is for");
    CLI::App &comparing = add("diff", "Tell what is different between two versions", diff);
    comparing.add_option("--from", options->from, "Number, name or uuid of a version, or now")->required();
    comparing.add_option("--to", options->to, "The same; now unless given");
    CLI::App &restoring = add("restore", "Go back: samples, labels, review states, parts and classes", restore);
    restoring.add_option("--to", options->to, "Number, name or uuid of the version")->required();
}

}  // namespace atlas::app
