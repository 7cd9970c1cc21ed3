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

void writeTraining(std::ostringstream &card, const Recipe &recipe, const PretrainRecord &record)
{
    card << "## Training\n\nFrom random weights, seed " << recipe.seed << ", " << record.steps << " steps in "
         << fixed(record.seconds / kSecondsPerHour, 2) << " hours, AdamW with learning rate " << recipe.learningRate
         << ", fp32, pictures cropped, shifted, flipped, and changed in light and colour.\n\n"
         << "| objective | what it asks | weight | samples a step | last loss |\n|---|---|---|---|---|\n";
    for (const ObjectiveSpec &spec : recipe.objectives) {
        const auto loss = record.losses.find(spec.name);
        card << "| " << spec.name << " | " << objectiveInfo(spec.name).help << " | " << spec.weight << " | "
             << spec.batch << " | " << (loss == record.losses.end() ? "" : fixed(loss->second, 3)) << " |\n";
    }
    card << '\n';
}

void writeScores(std::ostringstream &card, const PretrainData &data, const PretrainReport &report)
{
    card << "## Measured on what was kept from training\n\n"
         << "| measure | untrained | trained | n |\n|---|---|---|---|\n";
    const auto row = [&card](const char *what, double before, double after, std::size_t n) {
        card << "| " << what << " | " << percent(before) << " | " << percent(after) << " | " << n << " |\n";
    };
    row("class of a picture, linear probe on the pooled output", report.untrained.pictures, report.trained.pictures,
        data.validationPictures.labels.size());
    row("answer to a question about a picture, linear probe on the pooled output", report.untrained.questions,
        report.trained.questions, data.validationQuestions.questions.size());
    row("hidden words of a text, own head", report.untrained.words, report.trained.words, data.validationTexts.size());
    card << "\n\"Untrained\" is the same architecture with the random weights the run began with, measured in the same "
            "run on the same samples; n counts pictures, questions and texts.\n\n";
}

}  // namespace

std::string percent(double share)
{
    return fixed(100.0 * share, 1) + " %";
}

std::string modelCard(const Recipe &recipe, const PretrainData &data, const ViltConfig &config,
                      const PretrainReport &report)
{
    std::ostringstream card;
    card << "# " << recipe.name
         << "\n\nA compact vision-and-language transformer (ViLT architecture, Hugging Face "
            "layout), trained from random weights by `atlas pretrain`. It serves demo, tests and machines that have no "
            "larger backbone.\n\n## Network\n\n"
         << config.layers << " layers, width " << config.width << ", " << config.heads << " heads, intermediate "
         << config.intermediate << ", patch " << config.patch << ", shortest edge " << config.imageSize
         << " pixels (the longest follows ViLT's rule), texts of up to " << config.textPositions
         << " pieces, vocabulary of " << config.vocabulary << " pieces; " << report.parameters
         << " parameters, stored as fp16.\n\n";
    writeData(card, recipe);
    writeTraining(card, recipe, report.record);
    writeScores(card, data, report);
    card << "## Limits\n\nSmall pictures, short and simple texts, few classes: features of photographs in fine detail, "
            "of long or specialised texts and of text inside pictures are weak. Characters that no training text held "
            "become [UNK]. It was not examined for bias and must not decide about people.\n\n"
            "## Licence of the weights\n\nThe weights are part of this program and carry its licence "
            "(GPL-3.0-or-later). The data keeps the licences named above.\n";
    return card.str();
}

}  // namespace atlas::engine
