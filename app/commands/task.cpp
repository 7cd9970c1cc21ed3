#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/task_checks_output.h"
#include "core/error.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    storage::TaskRequest request;
    std::vector<std::string> labels;
    bool verified = false;
};

nlohmann::ordered_json toJson(const Task &task)
{
    return {
        {"name", task.name},
        {"dataset", task.dataset},
        {"kind", task.kind},
        {"labels", labelFormName(task.labelForm)},
        {"metric", task.metric},
        {"classes", task.classes},
        {"train", task.trainCount},
        {"validation", task.validationCount},
        {"test", task.testCount},
        {"version", task.version},
        {"previous", task.previous.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(task.previous)}};
}

nlohmann::ordered_json toJson(const storage::TaskDetails &details)
{
    return {{"filter", details.filter},
            {"validation_share", details.validationShare},
            {"test_share", details.testShare},
            {"seed", details.seed},
            {"sandbox_of",
             details.sandboxOf.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(details.sandboxOf)},
            {"runs", details.runs}};
}

std::string toText(const Task &task)
{
    return task.name + ": " + task.kind + ", " + std::to_string(task.classes.size()) + " classes, train " +
           std::to_string(task.trainCount) + ", validation " + std::to_string(task.validationCount) + ", test " +
           std::to_string(task.testCount) + ", " + task.metric + "\n";
}

void add(const Options &options, CommandContext &context)
{
    if (!options.request.kind.empty()) {
        taskKind(options.request.kind);
    }
    if (!options.request.metric.empty()) {
        score(options.request.metric);
    }
    storage::TaskRequest request = options.request;
    request.filter.labels = options.labels;
    if (options.verified) {
        request.filter.review = ReviewState::Verified;
    }
    const auto project = openForWriting(options.project);
    const Task task = project->writer().run([&](storage::Connection &connection) {
        return storage::TaskStore(connection, project->assetFolder()).add(request);
    });
    context.answer(toJson(task), "Made the task " + toText(task));
}

void list(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    nlohmann::ordered_json json{{"tasks", nlohmann::ordered_json::array()}};
    std::string text;
    for (const Task &task : storage::TaskStore(*connection, project->assetFolder()).list()) {
        json["tasks"].push_back(toJson(task));
        text += toText(task);
    }
    context.answer(json, text.empty() ? "No tasks yet. Make one: atlas task PROJECT add NAME --dataset NAME\n" : text);
}

void show(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const auto connection = project->connect();
    storage::TaskStore store(*connection, project->assetFolder());
    const auto task = store.find(options.request.name);
    if (!task) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\"."), options.request.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas task PROJECT list")));
    }
    std::string text = toText(*task);
    for (const std::string &name : task->classes) {
        text += "  " + name + "\n";
    }
    const storage::TaskDetails details = store.details(task->name);
    if (!details.filter.empty()) {
        text += "Made of: " + details.filter + "\n";
    }
    if (!details.sandboxOf.empty()) {
        text += "Sandbox copy of: " + details.sandboxOf + "\n";
    }
    storage::TaskContentsReader reader;
    const auto checks =
        storage::inspectTasks(*connection, project->assetFolder(), {{task->name}, {}}, reader, context.stop());
    nlohmann::ordered_json json = toJson(*task);
    json.update(toJson(details));
    json["checks"] = app::toJson(checks.at(task->name));
    context.answer(json, text + app::toText(checks.at(task->name)));
}

void removeTask(const Options &options, CommandContext &context)
{
    const auto project = openForWriting(options.project);
    project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, project->assetFolder()).remove(options.request.name);
    });
    context.answer({{"removed", options.request.name}}, "Removed the task " + options.request.name + ".\n");
}

}  // namespace

void declareTask(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = *app.add_subcommand("task", "Define what is to be learned");
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.require_subcommand(1);
    const auto needName = [&](CLI::App &action) {
        action.add_option("NAME", options->request.name, "Name of the task")->required();
    };

    CLI::App &adding = addCommand(command, context, "add", "Make a task of a dataset",
                                  [options, &context] { add(*options, context); });
    needName(adding);
    adding.add_option("--dataset", options->request.dataset, "Dataset it is made of")->required();
    adding.add_option("--kind", options->request.kind, "image, text, image-text, image-pair or choice");
    adding.add_option("--metric", options->request.metric, "Score it is judged by");
    adding.add_flag("--verified", options->verified, "Only of verified samples");
    adding.add_option("--label", options->labels, "Only of samples of this class; once for each class");
    adding.add_option("--seed", options->request.seed, "The same seed parts the same data in the same way");
    adding.add_option("--validation-share", options->request.validationShare,
                      "Share of train that becomes validation where the data has none");
    adding.add_option("--test-share", options->request.testShare,
                      "Share of all that becomes test where the data has none");
    addCommand(command, context, "list", "List the tasks", [options, &context] { list(*options, context); });
    needName(addCommand(command, context, "show", "Show a task with its classes and checks",
                        [options, &context] { show(*options, context); }));
    needName(addCommand(command, context, "remove", "Remove a task that nothing uses",
                        [options, &context] { removeTask(*options, context); }));
}

}  // namespace atlas::app
