#include "app/commands/commands.h"
#include "app/commands/terminal_observer.h"
#include "app/commands/training.h"
#include "app/predictions.h"
#include "app/run_answers.h"
#include "core/comma_list.h"
#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/sample_store.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

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
    int nearest = 0;
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
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The task needs %1, which was not given."), missing),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give --image, --text (a question too) or --choice.")));
    }
    return sample;
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
    if (answer.percentile) {
        json["percentile"] = *answer.percentile;
    }
    return json;
}

std::string percentText(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

/// The training samples like the one that was answered, into both forms of the answer.
void addNearest(const storage::Project &project, const engine::Answer &answer, nlohmann::ordered_json &json,
                std::string &text)
{
    if (answer.nearest.empty()) {
        return;
    }
    const auto connection = project.connect();
    std::vector<std::int64_t> ids;
    std::ranges::transform(answer.nearest, std::back_inserter(ids), &engine::NearSample::sample);
    const std::vector<Sample> samples = storage::SampleStore(*connection, project.assetFolder()).load(ids);
    text += "Nearest of " + std::to_string(answer.compared) + " training samples:\n";
    for (const engine::NearSample &near : answer.nearest) {
        const auto found = std::ranges::find(samples, near.sample, &Sample::id);
        const Sample sample = found != samples.end() ? *found : Sample{};  // gone since it was trained on
        nlohmann::ordered_json one{{"sample", near.sample},
                                   {"id", sample.externalId},
                                   {"source", sample.source},
                                   {"distance", near.distance},
                                   {"labels", nlohmann::ordered_json::array()}};
        for (const Label &label : sample.labels) {
            one["labels"].push_back(label.name);
        }
        char distance[32];
        std::snprintf(distance, sizeof distance, "%.3f", near.distance);
        text += "  " + commaList(sample.labels, &Label::name) + ", distance " + distance + ", " + sample.source + "\n";
        json["nearest"].push_back(std::move(one));
    }
}

/// One sample whose task nobody named.
void predictRouted(const Options &options, const storage::Project &project, engine::PredictRequest request,
                   CommandContext &context)
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
    text += "\n";
    addNearest(project, answer, json, text);
    context.answer(json, text);
}

/// Rows of a file, whose tasks nobody named or all are of one.
void predictBatch(const Options &options, const storage::Project &project, const RunRecord &run,
                  const std::vector<Task> &tasks, CommandContext &context)
{
    TerminalObserver observer;
    const std::vector<engine::Answer> answers =
        answerFile(context.engine(), project, run, options.task, options.batch, options.out, observer, context.stop());
    if (!options.task.empty() || tasks.size() == 1) {
        const Task &task = chooseTask(tasks, options.task);
        context.answer({{"task", task.name}, {"answers", answers.size()}, {"out", options.out.string()}},
                       "Wrote " + std::to_string(answers.size()) + " answers to " + options.out.string() + ".\n");
        return;
    }
    nlohmann::ordered_json json{{"task", nullptr}, {"answers", answers.size()}, {"out", options.out.string()}};
    std::string text = "Wrote " + std::to_string(answers.size()) + " answers to " + options.out.string() + ".\n";
    for (const Task &task : tasks) {
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
    engine::PredictRequest request = predictRequest(*project, run, options.task, options.nearest);
    if (!options.batch.empty()) {
        predictBatch(options, *project, run, request.tasks, context);
        return;
    }
    if (options.task.empty() && request.tasks.size() > 1) {
        predictRouted(options, *project, std::move(request), context);
        return;
    }
    const Task task = chooseTask(request.tasks, options.task);
    request.task = task.name;
    request.samples = {sampleOf(options, taskKind(task.kind))};
    TerminalObserver observer;
    const engine::Answer answer = context.engine().predict(request, observer, context.stop()).front();
    nlohmann::ordered_json json = toJson(answer, task);
    std::string text = className(task, answer.predicted) + " (" + percentText(confidence(answer)) + ")\n";
    addNearest(*project, answer, json, text);
    context.answer(json, text);
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
    CLI::Option *nearest =
        command.add_option("--nearest", options->nearest, "Also name so many training samples that are like it")
            ->check(CLI::Range(1, 50));
    for (CLI::Option *single : {image, text, choice, nearest}) {
        single->excludes(batch);
    }
}

}  // namespace atlas::app
