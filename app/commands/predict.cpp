#include "app/backbones.h"
#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/predictions.h"
#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/task_kind.h"
#include "storage/connection.h"
#include "storage/task_store.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct Options {
    std::filesystem::path project;
    std::string run;
    std::string task;
    std::vector<std::filesystem::path> images;
    std::vector<std::string> texts;
    std::vector<std::string> choices;
    std::filesystem::path batch;
    std::filesystem::path out;
};

AssetRef picture(const std::filesystem::path &file)
{
    return {.sha256 = sha256OfFile(file), .path = std::filesystem::absolute(file)};
}

/// One sample from the options, all texts as such.
Sample givenSample(const Options &options)
{
    Sample sample;
    if (!options.images.empty()) {
        sample.image = picture(options.images[0]);
    }
    if (options.images.size() > 1) {
        sample.image2 = picture(options.images[1]);
    }
    if (!options.texts.empty()) {
        sample.text = options.texts[0];
    }
    if (options.texts.size() > 1) {
        sample.text2 = options.texts[1];
    }
    sample.choices = options.choices;
    return sample;
}

/// The same for a task of this kind: the first text is the question where the kind has one.
Sample sampleOf(const Options &options, const TaskKind &kind)
{
    Sample sample = givenSample(options);
    if (kind.name != "text") {
        std::swap(sample.text, sample.question);
    }
    if (const std::string missing = missingField(kind, sample); !missing.empty()) {
        throw Error(ErrorCode::Usage, "The task needs " + missing + ", which was not given.",
                    "Give --image, --text (a question too) or --choice.");
    }
    return sample;
}

/// The task that was named, or the only one of the run.
const Task &chooseTask(const std::vector<Task> &tasks, const std::string &name)
{
    std::string names;
    for (const Task &task : tasks) {
        if (task.name == name || (name.empty() && tasks.size() == 1)) {
            return task;
        }
        names += (names.empty() ? "" : ", ") + task.name;
    }
    throw Error(ErrorCode::Usage,
                name.empty() ? "This run learned several tasks: which one is asked?"
                             : "The run has no task \"" + name + "\".",
                "Give --task with one of: " + names + ".");
}

nlohmann::ordered_json toJson(const engine::Answer &answer, const Task &task)
{
    nlohmann::ordered_json json{
        {"task", task.name}, {"answer", className(task, answer.predicted)}, {"confidence", confidence(answer)}};
    for (std::size_t i = 0; i < answer.probabilities.size(); ++i) {
        json["probabilities"][className(task, static_cast<int>(i))] = answer.probabilities[i];
    }
    for (const auto &[adapter, weight] : answer.gates) {
        json["adapters"][adapter] = weight;
    }
    return json;
}

std::string percentText(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

/// One sample whose task nobody named.
void predictRouted(const Options &options, engine::PredictRequest request, CommandContext &context)
{
    request.samples = {givenSample(options)};
    TerminalObserver observer;
    const engine::Answer answer = context.engine().predict(request, observer, context.stop()).front();
    const Task &task = chooseTask(request.tasks, answer.task);
    nlohmann::ordered_json json = toJson(answer, task);
    std::string text = className(task, answer.predicted) + " (" + percentText(confidence(answer)) + ")\nTask " +
                       task.name + (answer.routes.size() > 1 ? ", nearest of:" : ", the only one that takes this.");
    for (const engine::Route &route : answer.routes) {
        json["routes"].push_back(
            {{"task", route.task}, {"percentile", route.percentile}, {"distance", route.distance}});
        if (answer.routes.size() > 1) {
            text += "\n  " + route.task + ", percentile " + percentText(route.percentile);
        }
    }
    context.answer(json, text + "\n");
}

/// Rows whose tasks nobody named.
void predictRoutedBatch(const Options &options, engine::PredictRequest request, CommandContext &context)
{
    request.samples = readBatch(options.batch, context.stop());
    TerminalObserver observer;
    const std::vector<engine::Answer> answers = context.engine().predict(request, observer, context.stop());
    writeFileAtomically(options.out, routedAnswersAsCsv(request.tasks, request.samples, answers));
    nlohmann::ordered_json json{{"task", nullptr}, {"answers", answers.size()}, {"out", options.out.string()}};
    std::string text = "Wrote " + std::to_string(answers.size()) + " answers to " + options.out.string() + ".\n";
    for (const Task &task : request.tasks) {
        const auto count = std::ranges::count(answers, task.name, &engine::Answer::task);
        json["tasks"][task.name] = count;
        text += "  " + task.name + ": " + std::to_string(count) + "\n";
    }
    context.answer(json, text);
}

void predict(const Options &options, CommandContext &context)
{
    const auto project = openForReading(options.project);
    const RunRecord run = findRun(*project, options.run);
    const auto connection = project->connect();
    storage::TaskStore tasks(*connection, project->assetFolder());

    engine::PredictRequest request;
    request.backboneFolder = findBackbone(run.spec.backboneName).folder;
    request.modelFolder = project->modelFolder(run.uuid);
    for (const std::string &name : run.tasks) {
        if (const auto task = tasks.find(name)) {
            request.tasks.push_back(*task);
        }
    }
    request.precision = run.spec.precision;
    if (options.task.empty() && request.tasks.size() > 1) {
        (options.batch.empty() ? predictRouted : predictRoutedBatch)(options, std::move(request), context);
        return;
    }
    const Task task = chooseTask(request.tasks, options.task);
    request.task = task.name;
    request.samples = options.batch.empty() ? std::vector{sampleOf(options, taskKind(task.kind))}
                                            : readBatch(options.batch, task, context.stop());
    TerminalObserver observer;
    const std::vector<engine::Answer> answers = context.engine().predict(request, observer, context.stop());
    if (options.batch.empty()) {
        context.answer(toJson(answers.front(), task), className(task, answers.front().predicted) + " (" +
                                                          percentText(confidence(answers.front())) + ")\n");
        return;
    }
    writeFileAtomically(options.out, answersAsCsv(task, request.samples, answers));
    context.answer({{"task", task.name}, {"answers", answers.size()}, {"out", options.out.string()}},
                   "Wrote " + std::to_string(answers.size()) + " answers to " + options.out.string() + ".\n");
}

}  // namespace

void declarePredict(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<Options>();
    CLI::App &command = addCommand(app, context, "predict", "Answer for new samples",
                                   [options, &context] { predict(*options, context); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("RUN", options->run, "Run whose weights answer")->required();
    command.add_option("--task", options->task,
                       "Task to answer for; left out, each sample's own fields and features find it");
    CLI::Option *image = command.add_option("--image", options->images, "Picture; give it twice for a pair");
    CLI::Option *text = command.add_option("--text", options->texts, "Text, question or statement");
    CLI::Option *choice = command.add_option("--choice", options->choices, "Option to choose from, once for each");
    CLI::Option *out = command.add_option("--out", options->out, "CSV file to write");
    CLI::Option *batch = command.add_option("--batch", options->batch, "CSV file of samples")->needs(out);
    for (CLI::Option *single : {image, text, choice}) {
        single->excludes(batch);
    }
}

}  // namespace atlas::app
