#include "engine/pretrain/model_card.h"

#include <iomanip>
#include <sstream>

namespace atlas::engine {
namespace {

constexpr double kSecondsPerHour = 3600.0;

std::string fixed(double value, int digits)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

void writeData(std::ostringstream &card, const Recipe &recipe)
{
    card << "## Data\n\n| file | content | licence |\n|---|---|---|\n";
    const auto row = [&card](const DataSource &part) {
        card << "| " << part.file << " | " << part.source << " | " << part.licence << " |\n";
    };
    for (const TextPart &part : recipe.texts) {
        row(part);
    }
    row(recipe.pictures);
    row(recipe.questions);
    card << "\nOnly train splits were used. None of this data is distributed with the network.\n\n";
}

void writeTraining(std::ostringstream &card, const Recipe &recipe, const PretrainReport &report)
{
    card << "## Training\n\nFrom random weights, seed " << recipe.seed << ", " << report.record.steps << " steps in "
         << fixed(report.record.seconds / kSecondsPerHour, 2) << " hours, AdamW with learning rate "
         << recipe.learningRate << ", fp32" << report.changes << ".\n\n"
         << "| objective | what it asks | weight | samples a step | last loss |\n|---|---|---|---|---|\n";
    for (std::size_t i = 0; i < recipe.objectives.size(); ++i) {
        const ObjectiveSpec &spec = recipe.objectives[i];
        const auto loss = report.record.losses.find(spec.name);
        card << "| " << spec.name << " | " << report.objectives[i].help << " | " << spec.weight << " | " << spec.batch
             << " | " << (loss == report.record.losses.end() ? "" : fixed(loss->second, 3)) << " |\n";
    }
    card << '\n';
}

void writeScores(std::ostringstream &card, const PretrainReport &report)
{
    card << "## Measured on what was kept from training\n\n"
         << "| measure | untrained | trained | n |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < report.trained.size(); ++i) {
        const PretrainScore &score = report.trained[i];
        card << "| " << score.what << " | " << percent(report.untrained[i].share) << " | " << percent(score.share)
             << " | " << score.n << " |\n";
    }
    card << "\n\"Untrained\" is the same architecture with the random weights the run began with, measured in the same "
            "run on the same samples; n counts pictures, questions and texts.\n\n";
}

}  // namespace

std::string modelCard(const Recipe &recipe, const PretrainReport &report)
{
    std::ostringstream card;
    card << "# " << recipe.name << "\n\n" << report.summary << "\n\n## Network\n\n" << report.network << "\n\n";
    writeData(card, recipe);
    writeTraining(card, recipe, report);
    writeScores(card, report);
    card << "## Limits\n\n"
         << report.limits
         << " It was not examined for bias and must not decide about people.\n\n"
            "## Licence of the weights\n\nThe weights are part of this program and carry its licence "
            "(GPL-3.0-or-later). The data keeps the licences named above.\n";
    return card.str();
}

}  // namespace atlas::engine
