#include "app/inflow.h"
#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    DerivedOptions derived;
    std::vector<std::string> how{"head"};
    std::string name;
};

/// Of those ways that are for more samples of a task.  Errors: Usage.
std::vector<const OriginKind *> waysOf(const std::vector<std::string> &names)
{
    std::vector<const OriginKind *> ways;
    for (const std::string &name : names) {
        const OriginKind &kind = originKind(name);
        if (!kind.newVersion) {
            throw Error(
                ErrorCode::Usage,
                say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is not a way to learn more samples of a task."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas inflow --help")));
        }
        ways.push_back(&kind);
    }
    return ways;
}

std::string helpOfWays()
{
    std::string help = "Ways, separated by commas.";
    for (const OriginKind &kind : originKinds()) {
        if (kind.newVersion) {
            help += " " + kind.name + ": " + kind.help;
        }
    }
    return help;
}

void inflow(const Options &options, CommandContext &context)
{
    const std::vector<const OriginKind *> ways = waysOf(options.how);
    const DerivedPlan plan = planOf(options.derived);
    const auto project = openForWriting(options.derived.project);
    const RunRecord run = findRun(*project, options.derived.run);
    const std::optional<Inflow> found = findInflow(*project, run, options.derived.task, options.name);
    if (!found) {
        const std::string text = "Nothing new for the task " + options.derived.task + " since the run " + run.name +
                                 ": no sample came and no label changed.\n";
        context.answer({{"new", false}, {"task", options.derived.task}, {"runs", nlohmann::ordered_json::array()}},
                       text);
        return;
    }
    TerminalObserver terminal;
    std::vector<InflowRun> runs;
    for (const RunRecord &queued :
         queueInflow(*project, run, *found, ways, plan, context.engine(), terminal, context.stop())) {
        trainOnTerminal(context, *project, queued.uuid);
        runs.push_back(measureInflow(*project, findRun(*project, queued.uuid)));
    }
    context.answer(toJson(*found, runs), toText(*found, runs));
}

}  // namespace

void declareInflow(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "inflow", "Learn what came for a task of a finished run since, as its next version",
                   [options, &context] { inflow(*options, context); });
    addDerivedOptions(command, options->derived);
    command.add_option("--how", options->how, helpOfWays())->delimiter(',')->capture_default_str();
    command.add_option("--name", options->name, "Name of the new version; the task's with \"-v2\" if absent");
}

}  // namespace atlas::app
