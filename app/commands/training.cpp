#include "app/commands/training.h"

#include "app/commands/terminal_asker.h"
#include "app/commands/terminal_observer.h"
#include "app/run_executor.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/run_store.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

namespace atlas::app {

void trainOnTerminal(CommandContext &context, storage::Project &project, const std::string &uuid)
{
    const std::optional<RunRecord> run = project.writer().run(
        [&](storage::Connection &connection) { return storage::RunStore(connection).claim(uuid); });
    if (!run) {
        throw Error(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 cannot be trained: it is finished or being trained."), uuid),
            say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
    }
    TerminalObserver terminal;
    RunListener listener;
    listener.progressed = [&](double fraction, const Sentence &what) {
        terminal.progress(fraction, run->name + ": " + what.english());
    };
    listener.logged = [&](LogLevel level, const std::string &message) { terminal.log(level, message); };
    TerminalAsker asker(STDIN_FILENO, STDERR_FILENO);
    if (asker.somebodyIsThere()) {
        listener.ask = [&](const DecisionRecord &proposal) -> std::optional<std::string> {
            terminal.clearLine();
            const std::string &task = run->tasks.at(static_cast<std::size_t>(proposal.task));
            const std::optional<DecisionAnswer> answer = asker.ask(proposal, task, context.stop());
            return answer ? std::optional(toText(*answer)) : std::nullopt;
        };
    }
    executeRun(context.engine(), project, *run, listener, context.stop(), [] { return RunStatus::Cancelled; });
}

std::map<std::string, std::string> readSettings(const std::vector<std::string> &entries)
{
    std::map<std::string, std::string> settings;
    for (const std::string &entry : entries) {
        const std::size_t equals = entry.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error(ErrorCode::Usage,
                        say(QT_TRANSLATE_NOOP("Sentence", "--set expects KEY=VALUE, but is \"%1\"."), entry));
        }
        settings[entry.substr(0, equals)] = entry.substr(equals + 1);
    }
    return settings;
}

void addDerivedOptions(CLI::App &command, DerivedOptions &options)
{
    command.add_option("PROJECT", options.project, "Project folder")->required();
    command.add_option("RUN", options.run, "Finished run to go on from; it stays as it is")->required();
    command.add_option("--task", options.task, "Task to learn")->required();
    command.add_option("--train-share", options.trainShare,
                       "Share of the task's training and validation labels to learn from, 0 to 1");
    command.add_option("--max-train", options.maxTrain, "Training samples of the task at most; 0 = all")
        ->check(CLI::NonNegativeNumber);
    command
        .add_option("--seeds", options.seeds, "Seeds, separated by commas; one run each, with its own draw of labels")
        ->delimiter(',');
    command.add_option("--set", options.settings, "KEY=VALUE, once for each setting that is to differ from the run's");
}

DerivedPlan planOf(const DerivedOptions &options)
{
    DerivedPlan plan{.seeds = options.seeds, .settings = readSettings(options.settings), .maxTrain = {}};
    if (!options.trainShare.empty()) {
        plan.settings["train_share"] = options.trainShare;
    }
    if (options.maxTrain >= 0) {
        plan.maxTrain = options.maxTrain;
    }
    return plan;
}

RunRecord findRun(const storage::Project &project, const std::string &key)
{
    const auto connection = project.connect();
    if (std::optional<RunRecord> run = storage::findRunOrAlias(*connection, key)) {
        return *run;
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run \"%1\"."), key),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
}

}  // namespace atlas::app
