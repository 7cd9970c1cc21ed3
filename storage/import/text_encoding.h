#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace atlas::storage {

/// Text of a source as UTF-8 without a byte order mark.
struct DecodedText {
    std::string text;
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "Shift_JIS", ...
    bool guessed = false;  ///< neither valid UTF-8 nor marked: found by statistics, worth telling the user
};

/// Valid UTF-8 stays as it is; a byte order mark decides for UTF-16; otherwise the most likely encoding that decodes
/// every byte (ICU's detector).
/// Errors: BadInput when no encoding fits (binary data).
DecodedText decodeText(std::string bytes);

bool isValidUtf8(const std::string &text);

/// As UTF-8, strictly: nothing when a byte has no meaning in the encoding (a name that ICU knows), or means a control
/// code.
std::optional<std::string> decodeAs(const char *encoding, std::string_view bytes);

/// A file name fit to be shown and written as UTF-8: where it is not, its bytes above ASCII become %XX.
std::string readableName(const std::string &name);

/// Unicode normalisation form C of UTF-8 text: one spelling of が and é, whatever the file system wrote.
std::string normalised(const std::string &text);

}  // namespace atlas::storage
