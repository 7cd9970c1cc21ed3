#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "app/results.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/run_store.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace atlas::app {
namespace {

/// The run that was asked for, or the newest that was interrupted, paused or cancelled.
std::string uuidToResume(storage::Project &project, const std::string &key)
{
    project.writer().run([](storage::Connection &connection) { storage::RunStore(connection).markInterrupted(); });
    if (!key.empty()) {
        return findRun(project, key).uuid;
    }
    const auto connection = project.connect();
    const std::vector<RunRecord> runs = storage::RunStore(*connection).list();
    for (const RunStatus wanted :
         {RunStatus::Interrupted, RunStatus::Paused, RunStatus::Cancelled, RunStatus::Failed}) {
        const auto found = std::ranges::find(runs, wanted, &RunRecord::status);
        if (found != runs.end()) {
            return found->uuid;
        }
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "No run of this project waits to be resumed.")),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
}

}  // namespace

void declareResume(CLI::App &app, CommandContext &context)
{
    auto folder = std::make_shared<std::filesystem::path>();
    auto key = std::make_shared<std::string>();
    CLI::App &command =
        addCommand(app, context, "resume", "Go on with a run from its last checkpoint", [folder, key, &context] {
            const auto project = openForWriting(*folder);
            const std::string uuid = uuidToResume(*project, *key);
            trainOnTerminal(context, *project, uuid);
            const MeasuredRun measured = measureRun(*project, findRun(*project, uuid));
            context.answer(toJson(measured), toText(measured));
        });
    command.add_option("PROJECT", *folder, "Project folder")->required();
    command.add_option("RUN", *key, "Run to resume; the newest unfinished one if absent");
}

}  // namespace atlas::app
