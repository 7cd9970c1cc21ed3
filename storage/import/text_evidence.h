#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atlas::storage {

/// An encoding that a text without marks may be in, and how much speaks for it.
struct EncodingGuess {
    std::string encoding;  ///< "CP932", "CP1252", ...: the vendors' supersets of the standards
    int confidence = 0;    ///< 0 .. 100
};

/// The likeliest first: what ICU's detector says, and for Japanese the form of its letters, because the labels and file
/// names of a small table are too few for statistics.
std::vector<EncodingGuess> guessEncodings(std::string_view bytes);

/// Whether so little more speaks for `best` than for `other` that a person should be asked.
bool isRival(const EncodingGuess &best, const EncodingGuess &other);

}  // namespace atlas::storage
