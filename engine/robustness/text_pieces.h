#pragma once

#include <string>
#include <vector>

namespace atlas::engine {

struct TextPiece {
    std::string text;   ///< UTF-8
    bool word = false;  ///< a word, or a letter or digit; else what stands between them
};

/// A text cut into words and what stands between them, by ICU's rules (Japanese by its dictionary). Together the pieces
/// are the text.
std::vector<TextPiece> wordsOf(const std::string &text);

/// The same into what a person sees as single characters.
std::vector<TextPiece> lettersOf(const std::string &text);

}  // namespace atlas::engine
