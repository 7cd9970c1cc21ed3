#include "core/error.h"
#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "storage/import/text_encoding.h"
#include "storage/quality/label_variants.h"

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;

namespace {

/// UTF-16 of valid UTF-8 with a byte order mark.
std::string utf16Of(const std::string &text, bool big)
{
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    const auto unit = [&](unsigned value) {
        const char high = static_cast<char>(value >> 8 & 0xFF);
        const char low = static_cast<char>(value & 0xFF);
        bytes += big ? high : low;
        bytes += big ? low : high;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i++]);
        const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        unsigned character = more == 0 ? first : first & (0x3FU >> more);
        for (int k = 0; k < more; ++k) {
            character = character << 6 | (static_cast<unsigned char>(text[i++]) & 0x3FU);
        }
        if (character < 0x10000) {
            unit(character);
        } else {
            unit(0xD800 + ((character - 0x10000) >> 10));
            unit(0xDC00 + ((character - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

/// UTF-16 that holds control codes is taken for binary data.
bool hasControlCodes(const std::string &text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool upper = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (upper || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) {
            return true;
        }
    }
    return false;
}

void checkDecoding(const std::string &bytes)
{
    try {
        const DecodedText decoded = decodeText(bytes);
        promise(isValidUtf8(decoded.text), "decoded text is UTF-8");
        promise(!decoded.encoding.empty(), "the encoding has a name");
        promise(isValidUtf8(normalised(decoded.text)), "a normalised text is UTF-8");
        promise(isValidUtf8(foldedName(decoded.text)), "a folded name is UTF-8");
        promise(foldedName(foldedName(decoded.text)) == foldedName(decoded.text), "folding twice changes nothing");
    } catch (const Error &error) {
        promise(error.code() == ErrorCode::BadInput, "what is no text is bad input");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const std::string bytes = input.string();
    checkDecoding(bytes);
    promise(isValidUtf8(readableName(bytes)), "a readable name is UTF-8");
    for (const char *encoding : {"windows-31j", "windows-949", "windows-950", "UTF-16LE", "ISO-2022-JP", "GB18030"}) {
        const std::optional<std::string> text = decodeAs(encoding, bytes);
        promise(!text || isValidUtf8(*text), "what is decoded is UTF-8");
    }
    if (isValidUtf8(bytes) && !hasControlCodes(bytes)) {
        for (const bool big : {false, true}) {
            promise(decodeText(utf16Of(bytes, big)).text == bytes, "a text comes back from UTF-16");
        }
    }
    return 0;
}
