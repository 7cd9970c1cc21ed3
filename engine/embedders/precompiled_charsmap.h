#pragma once

#include "engine/embedders/text_normaliser.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::engine {

/// SentencePiece's compiled normalisation rules: a double-array trie from byte strings to replacements; at every place
/// the longest rule that fits is applied.
/// Source: SentencePiece (Kudo and Richardson 2018, arXiv 1808.06226); the array as Darts-clone lays it out.
class PrecompiledCharsmap final : public TextNormaliser {
public:
    /// `blob`: u32 bytes of the trie, the trie's u32 units, replacements that each end with a zero byte.
    /// Errors: BadInput when the trie is longer than the blob.
    explicit PrecompiledCharsmap(std::string_view blob);

    std::string apply(std::string_view text) const override;

private:
    struct Rule {
        std::size_t length = 0;       ///< bytes it replaces
        std::size_t replacement = 0;  ///< place among the replacements
    };
    std::optional<Rule> longestRule(std::string_view text) const;

    std::vector<std::uint32_t> m_units;
    std::string m_replacements;
};

}  // namespace atlas::engine
