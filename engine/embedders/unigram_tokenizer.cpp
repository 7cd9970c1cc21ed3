#include "engine/embedders/unigram_tokenizer.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace atlas::engine {
namespace {

constexpr std::string_view kBlankMark = "\xE2\x96\x81";  // U+2581
constexpr float kUnknownPenalty = 10.0F;
constexpr float kUnreached = -1e30F;

/// Runs of blanks become one, one stands before everything, and each is written as its mark.
std::string markBlanks(std::string_view text)
{
    std::string marked(kBlankMark);
    bool afterBlank = true;
    for (const char byte : text) {
        if (byte != ' ') {
            marked += byte;
        } else if (!afterBlank) {
            marked += kBlankMark;
        }
        afterBlank = byte == ' ';
    }
    return marked;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t before = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (u_isUWhiteSpace(c)) {
            if (before > start) {
                words.push_back(text.substr(start, before - start));
            }
            start = i;
        }
    }
    if (text.size() > start) {
        words.push_back(text.substr(start));
    }
    return words;
}

}  // namespace

UnigramTokenizer::UnigramTokenizer(UnigramTables tables) : m_tables(std::move(tables)), m_trie(m_tables.pieces)
{
    const auto size = static_cast<std::int64_t>(m_tables.pieces.size());
    if (size == 0 || m_tables.scores.size() != m_tables.pieces.size()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "A Unigram vocabulary needs one score per piece, but has %1 pieces and %2 scores."),
                m_tables.pieces.size(), m_tables.scores.size()));
    }
    for (const std::int32_t id : {m_tables.begin, m_tables.end, m_tables.unknown}) {
        if (id < 0 || id >= size) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "A Unigram vocabulary of %1 pieces cannot have the special id %2."),
                    size, id));
        }
    }
    m_unknownScore = *std::min_element(m_tables.scores.begin(), m_tables.scores.end()) - kUnknownPenalty;
}

std::vector<std::int64_t> UnigramTokenizer::encode(const std::string &utf8, int maxTokens) const
{
    std::string text = validUtf8(utf8);
    if (m_tables.normaliser) {
        text = m_tables.normaliser->apply(text);
    }
    std::vector<std::int64_t> ids{m_tables.begin};
    if (m_tables.splitWords) {
        for (const std::string_view word : wordsOf(text)) {
            appendBestPath(std::string(kBlankMark).append(word), ids);
        }
    } else {
        appendBestPath(markBlanks(text), ids);
    }
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(std::max(maxTokens, 2)) - 1));
    ids.push_back(m_tables.end);
    return ids;
}

void UnigramTokenizer::appendBestPath(std::string_view text, std::vector<std::int64_t> &ids) const
{
    /// The best way to reach a byte.
    struct Arrival {
        float score = kUnreached;
        std::int32_t piece = -1;
        std::size_t from = 0;
    };
    std::vector<Arrival> best(text.size() + 1);
    best[0].score = 0;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const float score = best[i].score;
        m_trie.prefixesOf(text.substr(i), [&](std::size_t length, std::int32_t piece) {
            const float sum = score + m_tables.scores[static_cast<std::size_t>(piece)];
            if (piece != m_tables.unknown && sum > best[i + length].score) {
                best[i + length] = {sum, piece, i};
            }
        });
        std::size_t next = i;
        U8_FWD_1(bytes, next, text.size());
        if (score + m_unknownScore > best[next].score) {
            best[next] = {score + m_unknownScore, m_tables.unknown, i};
        }
        i = next;
    }
    const std::size_t first = ids.size();
    for (std::size_t i = text.size(); i > 0 && best[i].piece >= 0; i = best[i].from) {
        ids.push_back(best[i].piece);
    }
    std::reverse(ids.begin() + static_cast<std::ptrdiff_t>(first), ids.end());
    if (m_tables.fuseUnknown) {
        const auto repeated = [this](std::int64_t a, std::int64_t b) { return a == m_tables.unknown && b == a; };
        ids.erase(std::unique(ids.begin() + static_cast<std::ptrdiff_t>(first), ids.end(), repeated), ids.end());
    }
}

}  // namespace atlas::engine
