#pragma once

#include "engine/backbone/basic_tokenizer.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atlas::engine {

/// A text as the network takes it.
struct TokenizedText {
    std::vector<std::int64_t> ids;      ///< [CLS] a [SEP], or [CLS] a [SEP] b [SEP]
    std::vector<std::int64_t> typeIds;  ///< 0 up to the first [SEP], 1 after it
};

/// BERT's WordPiece tokenizer over a vocabulary file. Special tokens written in a text ("[MASK]") are recognised.
/// Threads: const members may be called from any thread.
/// Source: Devlin et al. 2019 (arXiv 1810.04805), ids equal those of the `tokenizers` library.
class WordPieceTokenizer {
public:
    /// `stripAccents` absent = as `lowerCase`, which is what a tokenizer_config.json without it means.
    /// Errors: NotFound; BadInput (not UTF-8, a piece twice, a special token missing: names line or token).
    static WordPieceTokenizer fromFile(const std::filesystem::path &vocabulary, bool lowerCase,
                                       std::optional<bool> stripAccents = std::nullopt);

    /// vocab.txt and, if present, tokenizer_config.json of a backbone folder.
    /// Errors: as fromFile; BadInput for a config that is not JSON.
    static WordPieceTokenizer fromFolder(const std::filesystem::path &folder);

    /// Without `pair` when it is empty. Too long texts are cut at the end, of a pair the longer one first.
    /// Requires: maxTokens >= 3.  Errors: none for user text; bytes that are not UTF-8 are dropped.
    TokenizedText encode(const std::string &text, const std::string &pair, int maxTokens) const;

    /// As encode, with a second part and its [SEP] even when `pair` is empty.
    TokenizedText encodePair(const std::string &text, const std::string &pair, int maxTokens) const;

    /// The pieces of a text, without [CLS] and [SEP] and without a limit.
    std::vector<std::int64_t> pieces(const std::string &text) const;

    int vocabularySize() const { return static_cast<int>(m_pieces.size()); }
    const std::string &piece(std::int64_t id) const { return m_pieces.at(static_cast<std::size_t>(id)); }
    /// The id of a piece; that of [UNK] when there is no such piece.
    int id(const std::string &token) const;
    int padId() const { return m_padId; }
    int maskId() const { return m_maskId; }
    int unknownId() const { return m_unknownId; }

private:
    WordPieceTokenizer(std::vector<std::string> pieces, const std::string &name, const BasicTokenizerOptions &options);

    void appendWord(const std::string &word, std::vector<std::int64_t> &ids) const;
    void appendPlainText(const std::string &text, std::vector<std::int64_t> &ids) const;

    std::vector<std::string> m_pieces;
    std::unordered_map<std::string, int> m_ids;
    std::size_t m_longestPiece = 0;  ///< bytes
    BasicTokenizerOptions m_options;
    int m_padId = 0;
    int m_unknownId = 0;
    int m_clsId = 0;
    int m_sepId = 0;
    int m_maskId = 0;
};

}  // namespace atlas::engine
