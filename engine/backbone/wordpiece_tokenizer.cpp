#include "engine/backbone/wordpiece_tokenizer.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <nlohmann/json.hpp>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kVocabularyLimit = 64u << 20;
constexpr std::uintmax_t kTokenizerConfigLimit = 1u << 20;
constexpr std::size_t kLongestWord = 100;  ///< characters; longer words become [UNK]
constexpr std::string_view kContinuation = "##";
constexpr std::array<std::string_view, 5> kSpecialTokens{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};

bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !isContinuationByte(byte); }));
}

bool isUtf8(std::string_view text)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) {
            return false;
        }
    }
    return true;
}

std::vector<std::string> readPieces(const std::filesystem::path &vocabulary)
{
    const std::string text = readFile(vocabulary, kVocabularyLimit);
    std::vector<std::string> pieces;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string piece = text.substr(start, end - start);
        start = end + 1;
        if (!piece.empty() && piece.back() == '\r') {
            piece.pop_back();
        }
        if (!isUtf8(piece)) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1, line %2: expected UTF-8, but the line holds other bytes."),
                    vocabulary.string(), pieces.size() + 1),
                say(QT_TRANSLATE_NOOP(
                    "Sentence", "Copy the vocabulary file again; it must be the one that belongs to the weights.")));
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// Where the next special token stands in `text` from `from` on; end of text when there is none.
std::pair<std::size_t, std::string_view> nextSpecial(const std::string &text, std::size_t from)
{
    for (std::size_t at = text.find('[', from); at != std::string::npos; at = text.find('[', at + 1)) {
        for (const std::string_view token : kSpecialTokens) {
            if (std::string_view(text).substr(at, token.size()) == token) {
                return {at, token};
            }
        }
    }
    return {text.size(), {}};
}

/// How much of each part stays when both together may have `limit` tokens: the longer one gives first.
std::pair<std::size_t, std::size_t> longestFirst(std::size_t first, std::size_t second, std::size_t limit)
{
    if (first + second <= limit) {
        return {first, second};
    }
    const std::size_t shorter = std::min(first, second);
    std::size_t keptShorter = shorter;
    std::size_t keptLonger = std::max(shorter, limit > shorter ? limit - shorter : 0);
    if (keptShorter + keptLonger > limit) {
        keptShorter = limit / 2;
        keptLonger = limit - keptShorter;
    }
    return first > second ? std::pair{keptLonger, keptShorter} : std::pair{keptShorter, keptLonger};
}

}  // namespace

WordPieceTokenizer WordPieceTokenizer::fromFile(const std::filesystem::path &vocabulary, bool lowerCase,
                                                std::optional<bool> stripAccents)
{
    return WordPieceTokenizer(readPieces(vocabulary), vocabulary.string(),
                              {.lowerCase = lowerCase, .stripAccents = stripAccents.value_or(lowerCase)});
}

WordPieceTokenizer WordPieceTokenizer::fromFolder(const std::filesystem::path &folder)
{
    bool lowerCase = true;
    std::optional<bool> stripAccents;
    const std::filesystem::path configFile = folder / "tokenizer_config.json";
    if (std::filesystem::exists(configFile)) {
        try {
            const auto config = nlohmann::json::parse(readFile(configFile, kTokenizerConfigLimit));
            lowerCase = config.value("do_lower_case", true);
            if (config.contains("strip_accents") && !config["strip_accents"].is_null()) {
                stripAccents = config["strip_accents"].get<bool>();
            }
        } catch (const nlohmann::json::exception &error) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 cannot be understood: %2."), configFile.string(), error.what()),
                say(QT_TRANSLATE_NOOP("Sentence", "Copy the file again from where the backbone came from.")));
        }
    }
    return fromFile(folder / "vocab.txt", lowerCase, stripAccents);
}

WordPieceTokenizer::WordPieceTokenizer(std::vector<std::string> pieces, const std::string &name,
                                       const BasicTokenizerOptions &options)
    : m_pieces(std::move(pieces)), m_options(options)
{
    m_ids.reserve(m_pieces.size());
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const auto [known, isNew] = m_ids.emplace(m_pieces[i], static_cast<int>(i));
        if (!isNew) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1: the piece \"%2\" stands on line %3 and again on line %4."), name,
                    m_pieces[i], known->second + 1, i + 1),
                say(QT_TRANSLATE_NOOP("Sentence", "Every piece must stand once; copy the vocabulary file again.")));
        }
        m_longestPiece = std::max(m_longestPiece, m_pieces[i].size());
    }
    for (const std::string_view token : kSpecialTokens) {
        if (!m_ids.contains(std::string(token))) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1: the special token %2 is missing among %3 pieces."), name,
                    std::string(token), m_pieces.size()),
                say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "A WordPiece vocabulary (vocab.txt) with [PAD], [UNK], [CLS], [SEP] and [MASK] is needed.")));
        }
    }
    m_padId = m_ids.at("[PAD]");
    m_unknownId = m_ids.at("[UNK]");
    m_clsId = m_ids.at("[CLS]");
    m_sepId = m_ids.at("[SEP]");
    m_maskId = m_ids.at("[MASK]");
}

int WordPieceTokenizer::id(const std::string &token) const
{
    const auto found = m_ids.find(token);
    return found == m_ids.end() ? m_unknownId : found->second;
}

void WordPieceTokenizer::appendWord(const std::string &word, std::vector<std::int64_t> &ids) const
{
    if (characters(word) > kLongestWord) {
        ids.push_back(m_unknownId);
        return;
    }
    const std::size_t before = ids.size();
    std::string candidate;
    for (std::size_t start = 0; start < word.size();) {
        const std::string_view prefix = start == 0 ? std::string_view() : kContinuation;
        std::size_t end = std::min(word.size(), start + m_longestPiece);
        auto found = m_ids.end();
        for (; end > start; --end) {
            if (end < word.size() && isContinuationByte(word[end])) {
                continue;
            }
            candidate.assign(prefix).append(word, start, end - start);
            found = m_ids.find(candidate);
            if (found != m_ids.end()) {
                break;
            }
        }
        if (found == m_ids.end()) {
            ids.resize(before);
            ids.push_back(m_unknownId);
            return;
        }
        ids.push_back(found->second);
        start = end;
    }
}

void WordPieceTokenizer::appendPlainText(const std::string &text, std::vector<std::int64_t> &ids) const
{
    for (const std::string &word : basicTokenize(text, m_options)) {
        appendWord(word, ids);
    }
}

std::vector<std::int64_t> WordPieceTokenizer::pieces(const std::string &text) const
{
    std::vector<std::int64_t> ids;
    for (std::size_t start = 0; start < text.size();) {
        const auto [at, token] = nextSpecial(text, start);
        appendPlainText(text.substr(start, at - start), ids);
        if (!token.empty()) {
            ids.push_back(m_ids.at(std::string(token)));
        }
        start = at + token.size();
    }
    return ids;
}

TokenizedText WordPieceTokenizer::encode(const std::string &text, const std::string &pair, int maxTokens) const
{
    if (!pair.empty()) {
        return encodePair(text, pair, maxTokens);
    }
    std::vector<std::int64_t> ids = pieces(text);
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(std::max(maxTokens - 2, 0))));
    ids.insert(ids.begin(), m_clsId);
    ids.push_back(m_sepId);
    return {ids, std::vector<std::int64_t>(ids.size(), 0)};
}

TokenizedText WordPieceTokenizer::encodePair(const std::string &text, const std::string &pair, int maxTokens) const
{
    const std::vector<std::int64_t> first = pieces(text);
    const std::vector<std::int64_t> second = pieces(pair);
    const auto limit = static_cast<std::size_t>(std::max(maxTokens - 3, 0));
    const auto [keptFirst, keptSecond] = longestFirst(first.size(), second.size(), limit);

    TokenizedText result;
    result.ids.push_back(m_clsId);
    result.ids.insert(result.ids.end(), first.begin(), first.begin() + static_cast<std::ptrdiff_t>(keptFirst));
    result.ids.push_back(m_sepId);
    result.typeIds.assign(result.ids.size(), 0);
    result.ids.insert(result.ids.end(), second.begin(), second.begin() + static_cast<std::ptrdiff_t>(keptSecond));
    result.ids.push_back(m_sepId);
    result.typeIds.resize(result.ids.size(), 1);
    return result;
}

}  // namespace atlas::engine
