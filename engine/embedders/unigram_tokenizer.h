#pragma once

#include "engine/embedders/text_normaliser.h"
#include "engine/embedders/unigram_trie.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::engine {

/// What a Unigram vocabulary consists of.
struct UnigramTables {
    std::vector<std::string> pieces;  ///< UTF-8; a blank is written U+2581
    std::vector<float> scores;        ///< one per piece
    std::int32_t begin = 0;           ///< ids of <s>, </s> and <unk>
    std::int32_t end = 2;
    std::int32_t unknown = 3;
    std::shared_ptr<const TextNormaliser> normaliser;  ///< null = texts stay as they are
    bool splitWords = false;   ///< cut at white space first: blanks at the end and in the empty text leave no piece
    bool fuseUnknown = false;  ///< neighbours without a piece become one <unk>
};

/// SentencePiece's Unigram tokenizer: of all ways to cut a text into pieces, the one with the largest sum of scores. A
/// character that no piece covers costs min(scores) - 10 and is <unk>. Sums are fp32, as the reference has them.
/// Threads: const members may be called from any thread.
/// Source: Kudo 2018 (arXiv 1804.10959).
class UnigramTokenizer {
public:
    /// Errors: BadInput when there is not one score per piece or a special id is outside the vocabulary.
    explicit UnigramTokenizer(UnigramTables tables);

    /// <s> pieces </s>; cut at the end of the pieces.  Requires: maxTokens >= 2.
    /// Errors: none for user text; bytes that are not UTF-8 are dropped.
    std::vector<std::int64_t> encode(const std::string &utf8, int maxTokens) const;

    const std::string &piece(std::int64_t id) const { return m_tables.pieces.at(static_cast<std::size_t>(id)); }
    int vocabularySize() const { return static_cast<int>(m_tables.pieces.size()); }

private:
    void appendBestPath(std::string_view text, std::vector<std::int64_t> &ids) const;

    UnigramTables m_tables;
    UnigramTrie m_trie;
    float m_unknownScore = 0;
};

}  // namespace atlas::engine
