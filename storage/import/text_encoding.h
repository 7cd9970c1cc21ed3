#pragma once

#include "core/sentence.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace atlas::storage {

/// An encoding that a person may name.
struct TextEncoding {
    const char *name;   ///< "CP932"
    const char *title;  ///< English, translatable in context "Sentence"
};

/// Those that are offered; decodeText() also takes any other name that ICU knows.
std::span<const TextEncoding> textEncodings();

/// The title of an encoding, or the name itself where it is none of them.
std::string encodingTitle(const std::string &name);

/// The same to be put into a sentence.
Sentence encodingWords(const std::string &name);

/// Whether decodeText() can be asked for it.
bool isEncodingName(const std::string &name);

/// So many bytes at the start of a text DecodedText::other was tried on.
inline constexpr std::size_t kCompared = 64 * 1024;

/// Text of a source as UTF-8 without a byte order mark.
struct DecodedText {
    std::string text;
    std::string encoding;    ///< "UTF-8", "UTF-16LE", "CP932", ...
    bool guessed = false;    ///< neither valid UTF-8 nor marked nor asked for: found by statistics
    std::string other = {};  ///< of a guess: an encoding that is nearly as likely and gives other letters; empty = sure
};

/// As `encoding` says. Where it says nothing: valid UTF-8 stays as it is; a byte order mark decides for UTF-16;
/// otherwise the likeliest encoding that decodes every byte (text_evidence.h).
/// `cut`: the bytes are the start of a longer text and may end inside a letter.
/// Errors: BadInput when no encoding fits (binary data), or the one asked for does not; Usage when it is not known.
DecodedText decodeText(std::string bytes, const std::string &encoding = {}, bool cut = false);

bool isValidUtf8(const std::string &text);

/// As UTF-8, strictly: nothing when a byte has no meaning in the encoding (a name that ICU knows), or means a control
/// code.
std::optional<std::string> decodeAs(const char *encoding, std::string_view bytes);

/// A file name fit to be shown and written as UTF-8: where it is not, its bytes above ASCII become %XX.
std::string readableName(const std::string &name);

/// Unicode normalisation form C of UTF-8 text: one spelling of が and é, whatever the file system wrote.
std::string normalised(const std::string &text);

}  // namespace atlas::storage
