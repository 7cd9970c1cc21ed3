#include "engine/embedders/tokenizer_json.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/embedders/precompiled_charsmap.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas::engine {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kSizeLimit = 256u << 20;

[[noreturn]] void refuse(const std::filesystem::path &file, const Sentence &what)
{
    throw Error(
        ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1: %2."), file.string(), what),
        say(QT_TRANSLATE_NOOP(
            "Sentence", "Only WordPiece (vocab.txt) and Unigram tokenizers of the XLM-RoBERTa family are read.")));
}

int base64Value(char c)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t place = kDigits.find(c);
    return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

/// Stops at the first byte that is no digit: padding, or the end.
std::string fromBase64(const std::string &text)
{
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = base64Value(c);
        if (value < 0) {
            break;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xff);
        }
    }
    return bytes;
}

std::string typeOf(const Json &part)
{
    return part.is_object() ? part.value("type", std::string()) : std::string();
}

/// The steps of a Sequence, or the one step there is.
std::vector<Json> steps(const Json &part, const char *list)
{
    if (part.is_null()) {
        return {};
    }
    return typeOf(part) == "Sequence" ? part.at(list).get<std::vector<Json>>() : std::vector<Json>{part};
}

std::shared_ptr<const TextNormaliser> normaliserOf(const Json &document, const std::filesystem::path &file)
{
    std::shared_ptr<const TextNormaliser> normaliser;
    for (const Json &step : steps(document.value("normalizer", Json()), "normalizers")) {
        const std::string type = typeOf(step);
        if (type == "Precompiled" && !normaliser) {
            normaliser =
                std::make_shared<PrecompiledCharsmap>(fromBase64(step.at("precompiled_charsmap").get<std::string>()));
        } else if (type != "Replace" && type != "Strip") {
            // Replace and Strip only join and cut blanks, which is done here in any case.
            refuse(file, say(QT_TRANSLATE_NOOP("Sentence", "normalizer: expected Precompiled, Replace or Strip, is %1"),
                             type));
        }
    }
    return normaliser;
}

bool splitsWords(const Json &document, const std::filesystem::path &file)
{
    bool splits = false;
    for (const Json &step : steps(document.value("pre_tokenizer", Json()), "pretokenizers")) {
        const std::string type = typeOf(step);
        if (type != "Metaspace" && type != "WhitespaceSplit") {
            refuse(file,
                   say(QT_TRANSLATE_NOOP("Sentence", "pre_tokenizer: expected Metaspace or WhitespaceSplit, is %1"),
                       type));
        }
        splits = splits || type == "WhitespaceSplit";
    }
    return splits;
}

/// Tokens added behind the vocabulary have ids of their own; written in a text they are recognised, as special tokens
/// of score 0 are.
void addTokens(const Json &document, UnigramTables &tables)
{
    for (const Json &token : document.value("added_tokens", Json::array())) {
        const auto id = token.at("id").get<std::size_t>();
        if (id == tables.pieces.size()) {
            tables.pieces.push_back(token.at("content").get<std::string>());
            tables.scores.push_back(0);
        }
    }
}

std::int32_t idOf(const UnigramTables &tables, const char *token, const std::filesystem::path &file)
{
    const auto found = std::ranges::find(tables.pieces, token);
    if (found == tables.pieces.end()) {
        refuse(file, say(QT_TRANSLATE_NOOP("Sentence", "the special token %1 is missing"), token));
    }
    return static_cast<std::int32_t>(found - tables.pieces.begin());
}

UnigramTables tablesOf(const Json &document, const std::filesystem::path &file)
{
    const Json &model = document.at("model");
    // Old files name no type; a list of pairs is what only Unigram has.
    const std::string type = model.value("type", std::string("Unigram"));
    if (type != "Unigram" || !model.at("vocab").is_array()) {
        refuse(file, say(QT_TRANSLATE_NOOP("Sentence", "expected a model of type Unigram, is %1"), type));
    }
    UnigramTables tables;
    for (const Json &entry : model.at("vocab")) {
        tables.pieces.push_back(entry.at(0).get<std::string>());
        tables.scores.push_back(entry.at(1).get<float>());
    }
    addTokens(document, tables);
    tables.begin = idOf(tables, "<s>", file);
    tables.end = idOf(tables, "</s>", file);
    tables.unknown = model.at("unk_id").get<std::int32_t>();
    tables.normaliser = normaliserOf(document, file);
    tables.splitWords = splitsWords(document, file);
    tables.fuseUnknown = true;
    return tables;
}

}  // namespace

UnigramTables readUnigramJson(const std::filesystem::path &file)
{
    try {
        return tablesOf(Json::parse(readFile(file, kSizeLimit)), file);
    } catch (const Json::exception &error) {
        refuse(file, say(QT_TRANSLATE_NOOP("Sentence", "it cannot be understood (%1)"), error.what()));
    }
}

}  // namespace atlas::engine
