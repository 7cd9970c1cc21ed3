#include "engine/pretrain/pretrain.h"

#include "core/error.h"
#include "core/files.h"
#include "engine/pretrain/captions.h"
#include "engine/pretrain/evaluation.h"
#include "engine/pretrain/model_card.h"
#include "engine/pretrain/pretrainer.h"
#include "engine/pretrain/vocabulary_builder.h"
#include "engine/tensor/runtime.h"
#include "engine/training/seeds.h"

#include <nlohmann/json.hpp>

namespace atlas::engine {
namespace {

/// Accents stay: without them kana would lose their sound marks.
constexpr BasicTokenizerOptions kTokenizer{.lowerCase = true, .stripAccents = false};

constexpr const char *kCheckpoint = "pretrain_checkpoint.safetensors";

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

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::Io, "The folder " + folder.string() + " cannot be made: " + error.message() + ".",
                    "Choose another place with --out.");
    }
}

std::string scoresText(const PretrainScores &scores)
{
    return "pictures " + percent(scores.pictures) + ", questions " + percent(scores.questions) + ", hidden words " +
           percent(scores.words);
}

}  // namespace

void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop)
{
    startRuntime(1);
    const Recipe recipe = Recipe::read(request.recipe);
    const PretrainData data = readPretrainData(recipe, request.data, observer, stop);
    makeFolder(request.out);
    observer.progress(-1, "Building the vocabulary");
    writeTokenizer(recipe, data, request.out);
    const std::shared_ptr<Vilt> vilt = makeNetwork(recipe, request.out);
    observer.log(LogLevel::Info, vilt->config().architecture + ", " + std::to_string(elementCount(vilt->parameters())) +
                                     " parameters, " + std::to_string(vilt->viltConfig().vocabulary) + " pieces.");

    PretrainReport report;
    report.untrained = evaluatePretraining(*vilt, recipe, data, observer, stop);
    observer.log(LogLevel::Info, "Untrained: " + scoresText(report.untrained) + ".");
    const int threads = request.threads > 0 ? request.threads : availableCores();
    Pretrainer pretrainer({recipe, data, *vilt}, *vilt, threads);
    report.record = pretrainer.run(request.out / kCheckpoint, observer, stop);
    report.trained = evaluatePretraining(*vilt, recipe, data, observer, stop);
    observer.log(LogLevel::Info, "Trained: " + scoresText(report.trained) + ".");

    report.parameters = elementCount(vilt->parameters());
    vilt->save(request.out, {.half = true, .mlmHead = true, .metadata = {{"recipe", recipe.name}}});
    writeFileAtomically(request.out / "MODEL_CARD.md", modelCard(recipe, data, vilt->viltConfig(), report));
    observer.progress(1, "Done");
}

}  // namespace atlas::engine
