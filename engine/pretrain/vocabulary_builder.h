#pragma once

#include "engine/backbone/basic_tokenizer.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace atlas::engine {

/// Builds a WordPiece vocabulary: special tokens, every character of the texts (as the start of a word and, where it
/// occurs there, as its continuation), kana, ASCII, then the pieces that come from joining the most frequent
/// neighbours until the size is reached.
/// The same texts in the same order give the same vocabulary, on every machine.
/// Source: Sennrich et al. 2016 (arXiv 1508.07909), joins as byte-pair encoding has them; pieces as WordPiece's.
class VocabularyBuilder {
public:
    explicit VocabularyBuilder(const BasicTokenizerOptions &options) : m_options(options) {}

    /// Counts the words of a text, `weight` times each.
    void add(const std::string &text, std::int64_t weight = 1);

    /// Requires: texts were added.
    /// Errors: BadInput when special tokens and characters alone need more than `size` pieces (says how many).
    std::vector<std::string> build(std::size_t size) const;

private:
    BasicTokenizerOptions m_options;
    std::map<std::string, std::int64_t> m_words;  ///< sorted: the order decides between equal counts
};

}  // namespace atlas::engine
