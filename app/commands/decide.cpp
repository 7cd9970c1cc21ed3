#include "app/decide.h"
#include "app/commands/commands.h"
#include "app/commands/training.h"
#include "app/results.h"
#include "core/comma_list.h"
#include "core/csv.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/decide/target_store.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    std::string sequence;
    std::vector<std::string> entries;
    std::string from;
    double points = 0;
    std::string currency;
    bool clear = false;
};

std::optional<double> numberOf(const std::string &entry, const std::string &text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    double value = 0;
    const char *end = text.data() + text.size();
    if (const auto [stop, code] = std::from_chars(text.data(), end, value); code != std::errc() || stop != end) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "--set expects a number, but is \"%1\"."), entry));
    }
    return value;
}

/// "minimum:notes=0.9" -> kind, task and figure.
void setEntry(Targets &targets, const std::string &key, const std::string &value)
{
    const std::size_t colon = key.find(':');
    setTarget(targets, key.substr(0, colon), colon == std::string::npos ? "" : key.substr(colon + 1),
              numberOf(key + "=" + value, value));
}

void requireSequence(storage::Connection &connection, const std::string &name)
{
    for (const TaskSequence &sequence : storage::TaskStore(connection, {}).sequences()) {
        if (sequence.name == name) {
            return;
        }
    }
    throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no sequence \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas sequence PROJECT list")));
}

void decide(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const RunRecord run = findRun(*project, options.run);
    const auto connection = project->connect();
    const storage::DecisionCase decision = storage::readDecisionCase(*connection, project->assetFolder(), run);
    context.answer(toJson(decision), toText(decision));
}

void targets(const Options &options, CommandContext &context)
{
    const bool writes = options.clear || !options.from.empty() || !options.entries.empty();
    const auto project = writes ? openForWriting(options.project) : openForReading(options.project);
    const auto connection = project->connect();
    requireSequence(*connection, options.sequence);
    Targets asked = options.clear ? Targets{} : storage::TargetStore(*connection).targets(options.sequence);
    if (!options.from.empty()) {
        constexpr double kPoints = 100;
        const ComparedRun run{.input = measureRun(*project, findRun(*project, options.from)).input, .measures = {}};
        for (const Target &proposed : targetsFrom(run, options.points / kPoints)) {
            setTarget(asked, proposed.kind, proposed.task, proposed.asked);
        }
    }
    for (const auto &[key, value] : readSettings(options.entries)) {
        setEntry(asked, key, value);
    }
    if (writes) {
        project->writer().run([&](storage::Connection &writer) {
            storage::TargetStore(writer).setTargets(options.sequence, asked, userName());
        });
    }
    std::string text;
    for (const Target &target : asked) {
        text += target.kind + (target.task.empty() ? "" : ":" + target.task) + " = " + exactDigits(target.asked) + "\n";
    }
    context.answer({{"sequence", options.sequence}, {"targets", toJson(asked)}},
                   text.empty() ? "Nothing is asked yet. Ask something: --set minimum:TASK=0.9 --set average=0.85\n"
                                : text);
}

void roi(const Options &options, CommandContext &context)
{
    const bool writes = !options.currency.empty() || !options.entries.empty();
    const auto project = writes ? openForWriting(options.project) : openForReading(options.project);
    const auto connection = project->connect();
    requireSequence(*connection, options.sequence);
    RoiSheet sheet = storage::TargetStore(*connection).roi(options.sequence);
    for (const auto &[key, value] : readSettings(options.entries)) {
        setAssumption(sheet, key, numberOf(key + "=" + value, value));
    }
    if (!options.currency.empty()) {
        sheet.currency = options.currency;
    }
    if (writes) {
        project->writer().run([&](storage::Connection &writer) {
            storage::TargetStore(writer).setRoi(options.sequence, sheet, userName());
        });
    }
    context.answer(toJson(sheet), toText(sheet));
}

}  // namespace

void declareDecide(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "decide", "Hold a run against the targets: go, no go or undecided",
                                   [options, &context] { decide(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->run, "Run: uuid, its start, name, number or alias")->required();
}

void declareTargets(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "targets", "What is asked of the models of a sequence",
                                   [options, &context] { targets(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--sequence", options->sequence, "Sequence")->required();
    command.add_option("--set", options->entries,
                       "KIND=FIGURE or KIND:TASK=FIGURE; nothing after = takes it away. Kinds: " +
                           commaList(targetKinds(), &TargetKind::name));
    CLI::Option *from = command.add_option("--from", options->from, "Take the scores of this run as targets");
    command.add_option("--less", options->points, "Points less than that run's")
        ->needs(from)
        ->check(CLI::NonNegativeNumber);
    command.add_flag("--clear", options->clear, "Take all targets away first");
}

void declareRoi(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "roi", "The return of a model, from figures that you give",
                                   [options, &context] { roi(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--sequence", options->sequence, "Sequence")->required();
    command.add_option("--set", options->entries,
                       "NAME=FIGURE; nothing after = takes it away. Names: " +
                           commaList(roiAssumptions(), &RoiAssumption::name));
    command.add_option("--currency", options->currency, "What money is counted in");
}

}  // namespace atlas::app
