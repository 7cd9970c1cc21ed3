#include "engine/pretrain/pretrain_vilt.h"

#include "core/files.h"
#include "engine/pretrain/captions.h"
#include "engine/pretrain/evaluation.h"
#include "engine/pretrain/model_card.h"
#include "engine/pretrain/pretrainer.h"
#include "engine/pretrain/vocabulary_builder.h"
#include "engine/training/seeds.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace atlas::engine {
namespace {

/// Accents stay: without them kana would lose their sound marks.
constexpr BasicTokenizerOptions kTokenizer{.lowerCase = true, .stripAccents = false};

void writeTokenizer(const Recipe &recipe, const PretrainData &data, const std::filesystem::path &folder)
{
    VocabularyBuilder builder(kTokenizer);
    for (const std::string &text : data.texts) {
        builder.add(text);
    }
    for (const std::string &caption : allCaptions(recipe.pictures)) {
        builder.add(caption);
    }
    for (const PictureQuestion &question : data.questions.questions) {
        builder.add(question.question);
    }
    for (const std::string &answer : data.answers) {
        builder.add(answer);
    }
    std::string vocabulary;
    for (const std::string &piece : builder.build(static_cast<std::size_t>(recipe.model.vocabularySize))) {
        vocabulary += piece + "\n";
    }
    writeFileAtomically(folder / "vocab.txt", vocabulary);

    const nlohmann::ordered_json config{
        {"tokenizer_class", "BertTokenizer"},
        {"do_lower_case", kTokenizer.lowerCase},
        {"strip_accents", kTokenizer.stripAccents},
        {"tokenize_chinese_chars", true},
        {"model_max_length", recipe.model.maxTextTokens},
        {"pad_token", "[PAD]"},
        {"unk_token", "[UNK]"},
        {"cls_token", "[CLS]"},
        {"sep_token", "[SEP]"},
        {"mask_token", "[MASK]"},
    };
    writeFileAtomically(folder / "tokenizer_config.json", config.dump(2) + "\n");
}

std::shared_ptr<Vilt> makeNetwork(const Recipe &recipe, const std::filesystem::path &folder)
{
    WordPieceTokenizer tokenizer = WordPieceTokenizer::fromFolder(folder);
    ViltConfig config;
    config.width = recipe.model.width;
    config.layers = recipe.model.layers;
    config.heads = recipe.model.heads;
    config.intermediate = recipe.model.intermediate;
    config.imageSize = recipe.model.shortestEdge;
    config.patch = recipe.model.patch;
    config.vocabulary = tokenizer.vocabularySize();
    config.textPositions = recipe.model.maxTextTokens;
    const std::shared_ptr<Vilt> vilt = Vilt::random(config, deriveSeed(recipe.seed, {"network"}));
    vilt->setPreprocessing(std::move(tokenizer),
                           ImageProcessor({.shortestEdge = recipe.model.shortestEdge, .divisor = recipe.model.patch}));
    return vilt;
}

void describeNetwork(const Recipe &recipe, Vilt &vilt, PretrainReport &report)
{
    const ViltConfig &config = vilt.viltConfig();
    report.summary = "A compact vision-and-language transformer (ViLT architecture, Hugging Face layout), trained from "
                     "random weights by `atlas pretrain`. It serves demo, tests and machines that have no larger "
                     "backbone.";
    std::ostringstream network;
    network << config.layers << " layers, width " << config.width << ", " << config.heads << " heads, intermediate "
            << config.intermediate << ", patch " << config.patch << ", shortest edge " << config.imageSize
            << " pixels (the longest follows ViLT's rule), texts of up to " << config.textPositions
            << " pieces, vocabulary of " << config.vocabulary << " pieces; " << elementCount(vilt.parameters())
            << " parameters, stored as fp16.";
    report.network = network.str();
    report.changes = ", pictures cropped, shifted, flipped, and changed in light and colour";
    report.limits = "Small pictures, short and simple texts, few classes: features of photographs in fine detail, of "
                    "long or specialised texts and of text inside pictures are weak. Characters that no training text "
                    "held become [UNK].";
    for (const ObjectiveSpec &spec : recipe.objectives) {
        report.objectives.push_back(objectiveInfo(spec.name));
    }
}

}  // namespace

void pretrainVilt(const Recipe &recipe, const PretrainRequest &request, Observer &observer, const std::stop_token &stop)
{
    const PretrainData data = readPretrainData(recipe, request.data, observer, stop);
    observer.progress(-1, "Building the vocabulary");
    writeTokenizer(recipe, data, request.out);
    const std::shared_ptr<Vilt> vilt = makeNetwork(recipe, request.out);
    observer.log(LogLevel::Info, vilt->config().architecture + ", " + std::to_string(elementCount(vilt->parameters())) +
                                     " parameters, " + std::to_string(vilt->viltConfig().vocabulary) + " pieces.");

    PretrainReport report;
    report.untrained = evaluatePretraining(*vilt, recipe, data, observer, stop);
    observer.log(LogLevel::Info, "Untrained: " + describe(report.untrained) + ".");
    Pretrainer pretrainer(
        recipe, makeParts(PretrainContext{recipe, data, *vilt}, objectiveInfo), vilt->parameters(),
        [&] { vilt->save(request.out, {.half = true}); }, threadsOf(request));
    report.record = pretrainer.run(request.out / kPretrainCheckpoint, observer, stop);
    report.trained = evaluatePretraining(*vilt, recipe, data, observer, stop);
    observer.log(LogLevel::Info, "Trained: " + describe(report.trained) + ".");

    vilt->save(request.out, {.half = true, .mlmHead = true, .metadata = {{"recipe", recipe.name}}});
    describeNetwork(recipe, *vilt, report);
    writeFileAtomically(request.out / "MODEL_CARD.md", modelCard(recipe, report));
}

}  // namespace atlas::engine
