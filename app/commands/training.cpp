#include "app/commands/training.h"

#include "app/commands/terminal_asker.h"
#include "app/commands/terminal_observer.h"
#include "app/run_executor.h"
#include "core/error.h"
#include "storage/connection.h"
#include "storage/run_store.h"

#include <unistd.h>

namespace atlas::app {

void trainOnTerminal(CommandContext &context, storage::Project &project, const std::string &uuid)
{
    const std::optional<RunRecord> run = project.writer().run(
        [&](storage::Connection &connection) { return storage::RunStore(connection).claim(uuid); });
    if (!run) {
        throw Error(ErrorCode::NotFound, "The run " + uuid + " cannot be trained: it is finished or being trained.",
                    "See: atlas runs PROJECT");
    }
    TerminalObserver terminal;
    RunListener listener;
    listener.progressed = [&](double fraction, const std::string &what) {
        terminal.progress(fraction, run->name + ": " + what);
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

RunRecord findRun(const storage::Project &project, const std::string &key)
{
    const auto connection = project.connect();
    if (std::optional<RunRecord> run = storage::RunStore(*connection).find(key)) {
        return *run;
    }
    throw Error(ErrorCode::NotFound, "There is no run \"" + key + "\".", "See: atlas runs PROJECT");
}

}  // namespace atlas::app
