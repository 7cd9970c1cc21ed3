#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/judgements.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace atlas::app {
namespace {

struct AgreementOptions {
    std::filesystem::path project;
    std::string dataset;
};

using Json = nlohmann::ordered_json;

std::string authorOf(const std::string &actor)
{
    return actor.empty() ? "imported labels" : actor;
}

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
}

std::string percent(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

Json pairObject(const storage::DatasetJudgements &judgements, const PairAgreement &pair)
{
    Json object{{"first", judgements.people[pair.first]},
                {"second", judgements.people[pair.second]},
                {"samples", pair.both},
                {"agreed", pair.agreed},
                {"kappa", nullptr}};
    if (pair.kappa) {
        object["kappa"] = {{"value", pair.kappa->value},
                           {"low", pair.kappa->low},
                           {"high", pair.kappa->high},
                           {"standard_error", pair.kappa->standardError}};
    }
    return object;
}

std::string pairText(const storage::DatasetJudgements &judgements, const PairAgreement &pair)
{
    std::string text = authorOf(judgements.people[pair.first]) + " with " + authorOf(judgements.people[pair.second]) +
                       ": " + std::to_string(pair.both) + " samples, " + percent(pair.agreed) + " the same, kappa ";
    if (!pair.kappa) {
        return text + "not defined (both used one class only)\n";
    }
    return text + number(pair.kappa->value) + " [" + number(pair.kappa->low) + ", " + number(pair.kappa->high) + "], " +
           agreementBand(pair.kappa->value) + "\n";
}

void printAgreement(CommandContext &context, const AgreementOptions &options)
{
    const std::unique_ptr<storage::Project> project = openForReading(options.project);
    const auto connection = project->connect();
    const std::optional<Dataset> dataset = storage::DatasetStore(*connection).find(options.dataset);
    if (!dataset) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset \"%1\"."), options.dataset),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import it with: atlas import")));
    }
    const storage::DatasetJudgements judgements = storage::readJudgements(*connection, dataset->id);
    const Agreement agreement = agreementOf(judgements.table);
    const auto className = [&](int place) { return judgements.classes[std::size_t(place)]; };
    Json pairs = Json::array();
    Json confused = Json::array();
    Json disagreed = Json::array();
    std::string text = std::to_string(agreement.units) + " samples that two or more people judged, " +
                       std::to_string(agreement.disagreed.size()) + " of them not all alike\n";
    text += "Krippendorff's alpha: " +
            (agreement.alpha ? number(*agreement.alpha) + ", " + agreementBand(*agreement.alpha)
                             : std::string("not defined (everybody used one class only)")) +
            "\n";
    for (const PairAgreement &pair : agreement.pairs) {
        pairs.push_back(pairObject(judgements, pair));
        text += pairText(judgements, pair);
    }
    for (const Confusion &one : agreement.confused) {
        const Json other = one.b < 0 ? Json(nullptr) : Json(className(one.b));
        confused.push_back({{"one", className(one.a)}, {"other", other}, {"count", one.count}});
        text += className(one.a) + (one.b < 0 ? " left out" : " taken for " + className(one.b) + " or the reverse") +
                ": " + std::to_string(one.count) + "\n";
    }
    for (const std::size_t unit : agreement.disagreed) {
        disagreed.push_back(judgements.samples[unit]);
    }
    const auto optional = [](const std::optional<double> &value) { return value ? Json(*value) : Json(nullptr); };
    context.answer({{"dataset", dataset->name},
                    {"samples", agreement.units},
                    {"agreed", optional(agreement.agreed)},
                    {"alpha", optional(agreement.alpha)},
                    {"pairs", pairs},
                    {"confused", confused},
                    {"disagreed", disagreed}},
                   agreement.units == 0 ? "Nobody has given a second opinion on this dataset yet: the Data page's menu "
                                          "has \"Second opinion\".\n"
                                        : text);
}

}  // namespace

void declareAgreement(CLI::App &app, CommandContext &context)
{
    auto options = std::make_shared<AgreementOptions>();
    CLI::App &command = addCommand(app, context, "agreement", "Tell how much people agree on a dataset's labels",
                                   [&context, options] { printAgreement(context, *options); });
    command.add_option("PROJECT", options->project, "Project folder")->required();
    command.add_option("--dataset", options->dataset, "Dataset to compare opinions of")->required();
}

}  // namespace atlas::app
