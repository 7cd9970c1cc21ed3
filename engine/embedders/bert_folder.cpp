#include "engine/embedders/bert_folder.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/config_reader.h"
#include "engine/backbone/weights.h"
#include "engine/backbone/wordpiece_tokenizer.h"
#include "engine/embedders/bert_encoder.h"
#include "engine/embedders/tokenizer_json.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace atlas::engine {
namespace {

constexpr const char *kWords = "embeddings.word_embeddings.weight";
constexpr int kXlmUnusedPositions = 2;  ///< its positions begin behind the padding's id, 1

bool isXlm(const std::string &modelType)
{
    return modelType == "xlm-roberta" || modelType == "roberta" || modelType == "camembert";
}

BertConfig readConfig(const ConfigReader &reader)
{
    const std::string type = reader.text("model_type", "bert");
    if (type != "bert" && !isXlm(type)) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "model_type: expected bert or xlm-roberta, is %1"), type));
    }
    reader.require("hidden_act", "gelu");
    reader.require("position_embedding_type", "absolute");
    reader.require("is_decoder", false);
    BertConfig config;
    config.width = reader.integer("hidden_size", 1, 1 << 14);
    config.layers = reader.integer("num_hidden_layers", 1, 1000);
    config.heads = reader.integer("num_attention_heads", 1, config.width);
    config.intermediate = reader.integer("intermediate_size", 1, 1 << 16);
    config.vocabulary = reader.integer("vocab_size", 1, 1 << 24);
    config.unusedPositions = isXlm(type) ? kXlmUnusedPositions : 0;
    config.positions = reader.integer("max_position_embeddings", config.unusedPositions + 3, 1 << 20);
    config.types = reader.integer("type_vocab_size", 1, 1 << 10, 2);
    config.eps = reader.real("layer_norm_eps", 1e-20, 1, 1e-12);
    if (config.width % config.heads != 0) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "hidden_size %1 cannot be shared by num_attention_heads %2"),
                          config.width, config.heads));
    }
    return config;
}

/// The encoder's tensors under the names of BertModel: without a task model's prefix, without heads and id tables.
StateDict readWeights(const std::filesystem::path &file)
{
    static constexpr std::array<std::string_view, 2> kPrefixes{"bert.", "roberta."};
    static constexpr std::array<std::string_view, 4> kHeads{"pooler.", "cls.", "lm_head.", "classifier."};
    StateDict tensors;
    for (auto &[name, tensor] : readWeightsFile(file)) {
        std::string own = name;
        for (const std::string_view prefix : kPrefixes) {
            own = own.starts_with(prefix) ? own.substr(prefix.size()) : own;
        }
        const bool head =
            std::ranges::any_of(kHeads, [&own](std::string_view begin) { return own.starts_with(begin); });
        if (!head && !own.ends_with(".position_ids") && !own.ends_with(".token_type_ids")) {
            tensors.emplace(own, tensor);
        }
    }
    return tensors;
}

/// Whether "e5" stands in a name as a word of its own ("intfloat/multilingual-e5-small").
bool namesE5(std::string name)
{
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto isPartOfWord = [&name](std::size_t i) {
        return i < name.size() && std::isalnum(static_cast<unsigned char>(name[i])) != 0;
    };
    for (std::size_t at = name.find("e5"); at != std::string::npos; at = name.find("e5", at + 1)) {
        if ((at == 0 || !isPartOfWord(at - 1)) && !isPartOfWord(at + 2)) {
            return true;
        }
    }
    return false;
}

/// A tokenizer and how many ids it knows.
struct FolderTokenizer {
    Tokenize tokenize;
    int vocabulary = 0;
};

FolderTokenizer readTokenizer(const std::filesystem::path &folder)
{
    if (std::filesystem::exists(folder / "vocab.txt")) {
        auto tokenizer = std::make_shared<WordPieceTokenizer>(WordPieceTokenizer::fromFolder(folder));
        return {
            [tokenizer](const std::string &text, int maxTokens) { return tokenizer->encode(text, {}, maxTokens).ids; },
            tokenizer->vocabularySize()};
    }
    const std::filesystem::path file = folder / "tokenizer.json";
    if (!std::filesystem::exists(file)) {
        throw Error(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "%1 holds no tokenizer: expected vocab.txt (WordPiece) or tokenizer.json (Unigram)."),
                folder.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Get the tokenizer of the model and put it beside its config.json.")));
    }
    auto tokenizer = std::make_shared<UnigramTokenizer>(readUnigramJson(file));
    return {[tokenizer](const std::string &text, int maxTokens) { return tokenizer->encode(text, maxTokens); },
            tokenizer->vocabularySize()};
}

}  // namespace

std::unique_ptr<TextEncoder> loadBertFolder(const std::filesystem::path &folder, const std::string &e5Prefix)
{
    const ConfigReader reader(folder / "config.json");
    const BertConfig config = readConfig(reader);
    FolderTokenizer tokenizer = readTokenizer(folder);
    if (tokenizer.vocabulary > config.vocabulary) {
        reader.refuse(say(QT_TRANSLATE_NOOP("Sentence", "vocab_size is %1, but the tokenizer knows %2 pieces"),
                          config.vocabulary, tokenizer.vocabulary));
    }
    const std::filesystem::path file = weightsFile(folder);
    const StateDict tensors = readWeights(file);
    KeyChecker checker(tensors);
    checker.take(kWords, {config.vocabulary, config.width}, Init::Normal);
    BertEncoder::askFor(config, checker);
    KeyReport report;
    checker.finish(report);
    throwUnlessSound(report, file.string());

    StateDictWeights weights(tensors);
    const std::string name = reader.text("_name_or_path", "");
    BertEncoder::Parts parts;
    parts.config = config;
    parts.words = std::make_unique<DenseTable>(weights.take(kWords, {config.vocabulary, config.width}, Init::Normal));
    parts.tokenize = std::move(tokenizer.tokenize);
    parts.prefix = namesE5(name.empty() ? std::filesystem::absolute(folder).filename().string() : name) ? e5Prefix : "";
    parts.form = "fp32 weights of a Hugging Face folder";
    return std::make_unique<BertEncoder>(std::move(parts), weights);
}

}  // namespace atlas::engine
