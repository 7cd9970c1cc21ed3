#include "app/demo/demo.h"

#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/compare.h"
#include "app/results.h"
#include "app/run_executor.h"
#include "storage/connection.h"
#include "storage/run_store.h"

#include <CLI/CLI.hpp>

#include <map>
#include <vector>

namespace atlas::app {

namespace {

struct Options {
    std::filesystem::path project = "Demo.atlas";
    DemoContent content;
    bool dataOnly = false;
};

std::unique_ptr<storage::Project> make(const Options &options, CommandContext &context)
{
    TerminalObserver observer;
    return makeDemoProject(options.project, observer, context.stop(), options.content);
}

void demo(const Options &options, CommandContext &context)
{
    const std::unique_ptr<storage::Project> project = make(options, context);
    const std::string where = "Project: " + options.project.string() + "\n";
    if (options.dataOnly) {
        context.answer({{"project", options.project.string()}, {"sequence", kDemoSequence}}, where);
        return;
    }
    std::vector<RunRecord> runs;
    for (const RunSpec &planned : demoRunSpecs()) {
        const RunSpec spec = makeSpecs(planOf(planned), context.engine()).front();
        runs.push_back(project->writer().run(
            [&](storage::Connection &connection) { return storage::RunStore(connection).create(spec); }));
        trainOnTerminal(context, *project, runs.back().uuid);
    }
    for (RunRecord &run : runs) {
        run = findRun(*project, run.uuid);
    }
    const MeasuredRun measured = measureRun(*project, runs.back());
    const Comparison comparison = compareRuns(*project, runs);
    nlohmann::ordered_json answer = toJson(measured);
    answer["comparison"] = toJson(comparison);
    context.answer(answer, toText(measured) + "\n" + toText(comparison) + "\n" + where);
}

}  // namespace

void declareDemo(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command =
        addCommand(app, context, "demo", "Make a small project of its own pictures and texts, and train it",
                   [options, &context] { demo(*options, context); });
    command.add_option("PROJECT", options->project, "Folder to make; Demo.atlas if absent");
    command.add_flag("--data-only", options->dataOnly, "Make data, tasks and sequence; train nothing");
    const std::map<std::string, DemoLanguage> languages{
        {"both", DemoLanguage::Both}, {"en", DemoLanguage::English}, {"ja", DemoLanguage::Japanese}};
    command.add_option("--language", options->content.language, "Of notes and questions; en and ja say the same")
        ->transform(CLI::CheckedTransformer(languages))
        ->option_text("both|en|ja");
    command.add_option("--test-samples", options->content.testSamples, "Test samples of each task; 100 if absent")
        ->check(CLI::Range(4, kMostTestSamples));
}

}  // namespace atlas::app
