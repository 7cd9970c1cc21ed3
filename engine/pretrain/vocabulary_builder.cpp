#include "engine/pretrain/vocabulary_builder.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/pretrain/piece_merger.h"

#include <array>
#include <set>
#include <string_view>

namespace atlas::engine {
namespace {

constexpr std::string_view kContinued = "##";
constexpr std::array kReservedTokens{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
constexpr std::int64_t kMinimumCount = 2;  ///< a pair seen once is no pattern

std::vector<std::string> splitCharacters(const std::string &word)
{
    std::vector<std::string> characters;
    for (const char byte : word) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
        if (!continues || characters.empty()) {
            characters.emplace_back();
        }
        characters.back() += byte;
    }
    return characters;
}

std::string utf8(unsigned codePoint)
{
    if (codePoint < 0x80) {
        return {static_cast<char>(codePoint)};
    }
    return {static_cast<char>(0xE0 | (codePoint >> 12)), static_cast<char>(0x80 | ((codePoint >> 6) & 0x3F)),
            static_cast<char>(0x80 | (codePoint & 0x3F))};
}

/// What every vocabulary covers, whatever its texts hold: printable ASCII, hiragana and katakana with the long vowel
/// mark. ASCII letters, digits and kana may continue a word.
void addCommonCharacters(bool lowerCase, std::set<std::string> &pieces)
{
    const auto isCapital = [](unsigned c) { return c >= 'A' && c <= 'Z'; };
    const auto isLetter = [isCapital](unsigned c) {
        return (c >= 'a' && c <= 'z') || isCapital(c) || (c >= '0' && c <= '9');
    };
    for (unsigned c = 0x21; c <= 0x7E; ++c) {
        if (lowerCase && isCapital(c)) {
            continue;
        }
        pieces.insert(utf8(c));
        if (isLetter(c)) {
            pieces.insert(std::string(kContinued) + utf8(c));
        }
    }
    const auto addKana = [&pieces](unsigned first, unsigned last) {
        for (unsigned c = first; c <= last; ++c) {
            pieces.insert(utf8(c));
            pieces.insert(std::string(kContinued) + utf8(c));
        }
    };
    addKana(0x3041, 0x3096);
    addKana(0x30A1, 0x30FA);
    addKana(0x30FC, 0x30FC);
}

std::vector<std::string> asPieces(const std::string &word)
{
    std::vector<std::string> pieces = splitCharacters(word);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        pieces[i].insert(0, kContinued);
    }
    return pieces;
}

}  // namespace

void VocabularyBuilder::add(const std::string &text, std::int64_t weight)
{
    for (const std::string &word : basicTokenize(text, m_options)) {
        m_words[word] += weight;
    }
}

std::vector<std::string> VocabularyBuilder::build(std::size_t size) const
{
    std::set<std::string> characters;
    addCommonCharacters(m_options.lowerCase, characters);
    PieceMerger merger;
    for (const auto &[word, count] : m_words) {
        const std::vector<std::string> pieces = asPieces(word);
        characters.insert(pieces.begin(), pieces.end());
        merger.addWord(pieces, count);
    }
    std::vector<std::string> vocabulary(kReservedTokens.begin(), kReservedTokens.end());
    vocabulary.insert(vocabulary.end(), characters.begin(), characters.end());
    if (vocabulary.size() > size) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The texts hold so many different characters that %1 pieces are "
                                                      "needed for them alone, but the vocabulary is to have %2."),
                        vocabulary.size(), size),
                    say(QT_TRANSLATE_NOOP("Sentence", "Raise vocabulary_size in the recipe.")));
    }
    std::set<std::string> known(vocabulary.begin(), vocabulary.end());
    while (vocabulary.size() < size) {
        const std::string piece = merger.joinMostFrequent(kMinimumCount);
        if (piece.empty()) {
            break;
        }
        // Different pairs may join to the same text; a vocabulary names it once.
        if (known.insert(piece).second) {
            vocabulary.push_back(piece);
        }
    }
    return vocabulary;
}

}  // namespace atlas::engine
