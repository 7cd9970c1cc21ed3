#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "app/results.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

Task findTask(const storage::Project &project, const std::string &name)
{
    const auto connection = project.connect();
    if (std::optional<Task> task = storage::TaskStore(*connection, project.assetFolder()).find(name)) {
        return *std::move(task);
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas task PROJECT list")));
}

void transfer(const DerivedOptions &options, CommandContext &context)
{
    const DerivedPlan plan = planOf(options);
    const auto project = openForWriting(options.project);
    const std::vector<DerivedRun> derived = deriveRuns(findRun(*project, options.run), originKind("transfer"),
                                                       findTask(*project, options.task), {}, plan, context.engine());
    std::vector<std::string> uuids;
    for (const DerivedRun &run : derived) {
        uuids.push_back(project->writer().run(
            [&](storage::Connection &connection) { return storage::RunStore(connection).create(run).uuid; }));
    }
    nlohmann::ordered_json json{{"runs", nlohmann::ordered_json::array()}};
    std::string text;
    for (const std::string &uuid : uuids) {
        trainOnTerminal(context, *project, uuid);
        const MeasuredRun measured = measureRun(*project, findRun(*project, uuid));
        json["runs"].push_back(toJson(measured));
        text += toText(measured) + "\n";
    }
    context.answer(json, text);
}

}  // namespace

void declareTransfer(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<DerivedOptions>();
    CLI::App &command = addCommand(app, context, "transfer", "Learn another task on top of what a finished run knows",
                                   [options, &context] { transfer(*options, context); });
    addDerivedOptions(command, *options);
}

}  // namespace atlas::app
