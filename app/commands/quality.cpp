#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/terminal_observer.h"
#include "app/dataset_insight.h"
#include "app/run_suggestions.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/quality/quality_check.h"

#include <CLI/CLI.hpp>

namespace atlas::app {
namespace {

struct QualityOptions {
    std::filesystem::path project;
    std::string dataset;
    std::string backbone;
    bool look = false;
    std::string suggestFrom;
    std::string task;
};

Dataset datasetNamed(const storage::Project &project, const std::string &name)
{
    const auto connection = project.connect();
    const std::optional<Dataset> found = storage::DatasetStore(*connection).find(name);
    if (!found) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset \"%1\"."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import it with: atlas import")));
    }
    return *found;
}

/// What was asked to be found out first, is. `suggested`: for how many samples a run has a suggestion.
std::unique_ptr<storage::Project> looked(CommandContext &context, const QualityOptions &options,
                                         std::int64_t &suggested)
{
    if (!options.look && options.suggestFrom.empty()) {
        return openForReading(options.project);
    }
    std::unique_ptr<storage::Project> project = openForWriting(options.project);
    TerminalObserver observer;
    const std::int64_t dataset = datasetNamed(*project, options.dataset).id;
    if (options.look) {
        lookAtDataset(context.engine(), *project, dataset, options.backbone, observer, context.stop());
    }
    if (!options.suggestFrom.empty()) {
        suggested = suggestFromRun(context.engine(), *project, dataset, options.suggestFrom, options.task, observer,
                                   context.stop());
    }
    return project;
}

void printQuality(CommandContext &context, const QualityOptions &options)
{
    std::int64_t suggested = 0;
    const std::unique_ptr<storage::Project> project = looked(context, options, suggested);
    const Dataset dataset = datasetNamed(*project, options.dataset);
    const auto connection = project->connect();
    const storage::QualityData data =
        storage::readQualityData(*connection, project->assetFolder(), dataset.id, context.stop());
    std::unordered_map<std::int64_t, const Sample *> samples;
    for (const Sample &sample : data.samples) {
        samples.emplace(sample.id, &sample);
    }
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    std::string text;
    for (const auto &[check, findings] : storage::inspectQuality(data, context.stop())) {
        auto list = nlohmann::ordered_json::array();
        std::size_t touched = 0;
        for (const storage::Finding &finding : findings) {
            auto places = nlohmann::ordered_json::array();
            for (const std::int64_t id : finding.samples) {
                places.push_back(
                    {{"id", id}, {"external_id", samples.at(id)->externalId}, {"source", samples.at(id)->source}});
            }
            touched += finding.samples.size();
            list.push_back({{"words", finding.words}, {"samples", places}});
        }
        checks.push_back(
            {{"check", check->name}, {"level", storage::problemLevelName(check->level)}, {"findings", list}});
        text += check->title + ": " + std::to_string(findings.size()) +
                (findings.size() == 1 ? " finding, " : " findings, ") + std::to_string(touched) + " samples\n";
    }
    nlohmann::ordered_json answer{
        {"dataset", dataset.name}, {"samples", data.samples.size()}, {"checks", std::move(checks)}};
    text = text.empty() ? "Nothing odd was found.\n" : text;
    if (!options.suggestFrom.empty()) {
        answer["suggested"] = suggested;
        text += "Labels are suggested for " + std::to_string(suggested) + " samples.\n";
    }
    context.answer(answer, text);
}

}  // namespace

void declareQuality(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<QualityOptions>();
    CLI::App &command = addCommand(app, context, "quality", "Tell what is odd about a dataset",
                                   [&context, options] { printQuality(context, *options); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--dataset", options->dataset, "Dataset to look at")->required();
    command.add_flag("--look", options->look,
                     "Let a backbone look at the samples first: labels that look wrong, samples unlike all others, "
                     "suggestions");
    command.add_option("--backbone", options->backbone, "Name or folder; the best there is unless given");
    CLI::Option *from = command.add_option("--suggest-from", options->suggestFrom,
                                           "Finished run that suggests labels for samples without one");
    command.add_option("--task", options->task, "Task of that run that answers; needed where several fit")->needs(from);
}

}  // namespace atlas::app
