#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/results.h"
#include "app/run_executor.h"
#include "app/task_checks_output.h"
#include "core/error.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    RunPlan plan;
    std::string policy;
    std::vector<std::string> settings;
    std::string trainShare;
};

RunPlan complete(const Options &options)
{
    RunPlan plan = options.plan;
    plan.settings = readSettings(options.settings);
    if (!options.policy.empty()) {
        plan.settings["policy"] = options.policy;
    }
    if (!options.trainShare.empty()) {
        plan.settings["train_share"] = options.trainShare;
    }
    return plan;
}

/// Says on stderr what should be known of the sequence before it is trained.  Returns the cautions by task.
nlohmann::ordered_json inspectSequence(const storage::Project &project, const std::string &name,
                                       const CommandContext &context)
{
    const auto connection = project.connect();
    storage::TaskStore store(*connection, project.assetFolder());
    const auto sequence = store.findSequence(name);
    auto cautions = nlohmann::ordered_json::object();
    if (!sequence) {
        return cautions;  // creating the run says so
    }
    storage::TaskContentsReader reader;
    auto checks = storage::inspectTasks(*connection, project.assetFolder(), {sequence->tasks, store.upstream(name)},
                                        reader, context.stop());
    if (const std::string line = cautionLine(checks, sequence->tasks); !line.empty()) {
        TerminalObserver().log(LogLevel::Warning, line);
    }
    for (const std::string &task : sequence->tasks) {
        std::erase_if(checks[task], [](const storage::TaskCheck &check) {
            return check.level != storage::TaskCheck::Level::Caution;
        });
        if (!checks[task].empty()) {
            cautions[task] = app::toJson(checks[task]);
        }
    }
    return cautions;
}

void train(const Options &options, CommandContext &context)
{
    const RunPlan plan = complete(options);
    const auto project = openForWriting(options.project);
    // Every spec is checked before the first run is queued: a typing error costs nothing.
    const std::vector<RunSpec> specs = makeSpecs(plan, context.engine());
    const auto checks = inspectSequence(*project, plan.sequence, context);
    std::vector<RunRecord> runs;
    for (const RunSpec &spec : specs) {
        runs.push_back(project->writer().run(
            [&](storage::Connection &connection) { return storage::RunStore(connection).create(spec); }));
    }
    nlohmann::ordered_json json{{"runs", nlohmann::ordered_json::array()}, {"cautions", checks}};
    std::string text;
    for (const RunRecord &run : runs) {
        trainOnTerminal(context, *project, run.uuid);
        const MeasuredRun measured = measureRun(*project, findRun(*project, run.uuid));
        json["runs"].push_back(toJson(measured));
        text += toText(measured) + "\n";
    }
    context.answer(json, text);
}

}  // namespace

void declareTrain(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "train", "Train a sequence", [options, &context] { train(*options, context); });
    RunPlan &plan = options->plan;
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--sequence", plan.sequence, "Sequence to learn")->required();
    command.add_option("--strategy", plan.strategies, "Strategies, separated by commas")->required()->delimiter(',');
    command.add_option("--seeds", plan.seeds, "Seeds, separated by commas; one run each")->delimiter(',');
    command.add_option("--backbone", plan.backbone, "starter, mini or a Hugging Face folder");
    command.add_option("--policy", options->policy, "always, never, automatic or ask: when to add an adapter");
    command.add_option("--set", options->settings, "KEY=VALUE, once for each setting");
    command.add_option("--max-train", plan.maxTrain, "Training samples per task at most")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--train-share", options->trainShare,
                       "Share of each task's training and validation labels to learn from, 0 to 1");
    command.add_option("--device", plan.device, "auto, cpu or cuda")->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command.add_option("--precision", plan.precision, "auto, fp32 or bf16")
        ->check(CLI::IsMember({"auto", "fp32", "bf16"}));
}

}  // namespace atlas::app
