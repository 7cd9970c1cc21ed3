#include "storage/import/text_encoding.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/import/text_evidence.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace atlas::storage {
namespace {

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
/// Those that are met most come first.
constexpr std::array<TextEncoding, 13> kEncodings{{
    {"UTF-8", QT_TRANSLATE_NOOP("Sentence", "Unicode (UTF-8)")},
    {"UTF-16", QT_TRANSLATE_NOOP("Sentence", "Unicode (UTF-16)")},
    {"CP932", QT_TRANSLATE_NOOP("Sentence", "Japanese (CP932, Shift JIS)")},
    {"EUC-JP", QT_TRANSLATE_NOOP("Sentence", "Japanese (EUC-JP)")},
    {"ISO-2022-JP", QT_TRANSLATE_NOOP("Sentence", "Japanese (ISO-2022-JP)")},
    {"CP1252", QT_TRANSLATE_NOOP("Sentence", "Western European (CP1252)")},
    {"CP1250", QT_TRANSLATE_NOOP("Sentence", "Central European (CP1250)")},
    {"CP1251", QT_TRANSLATE_NOOP("Sentence", "Cyrillic (CP1251)")},
    {"CP1253", QT_TRANSLATE_NOOP("Sentence", "Greek (CP1253)")},
    {"CP1254", QT_TRANSLATE_NOOP("Sentence", "Turkish (CP1254)")},
    {"GB18030", QT_TRANSLATE_NOOP("Sentence", "Chinese, simplified (GB18030)")},
    {"CP950", QT_TRANSLATE_NOOP("Sentence", "Chinese, traditional (Big5)")},
    {"CP949", QT_TRANSLATE_NOOP("Sentence", "Korean (CP949)")},
}};

/// Our names that ICU understands as something else.
const char *converterOf(const std::string &encoding)
{
    return encoding == "CP932"   ? "windows-31j"
           : encoding == "CP949" ? "windows-949"
           : encoding == "CP950" ? "windows-950"
                                 : encoding.c_str();
}

/// A text that ends inside a letter loses that letter.
std::optional<std::string> decode(const std::string &encoding, std::string_view bytes, bool cut)
{
    constexpr std::size_t kLongestLetter = 4;
    for (std::size_t less = 0; less <= (cut ? std::min(kLongestLetter, bytes.size()) : 0); ++less) {
        if (auto text = decodeAs(converterOf(encoding), bytes.substr(0, bytes.size() - less))) {
            return text;
        }
    }
    return std::nullopt;
}

std::string withoutCutLetter(std::string bytes)
{
    for (int letters = 0; letters < 3 && !bytes.empty() && !isValidUtf8(bytes); ++letters) {
        bytes.pop_back();
    }
    return bytes;
}

/// UTF-16 without a mark: in most texts the upper byte of a blank, a comma or a line end is what is zero.
std::string byteOrder(std::string_view bytes)
{
    std::size_t zeros[2]{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    }
    return zeros[0] > zeros[1] ? "UTF-16BE" : "UTF-16LE";
}

std::optional<DecodedText> detect(std::string_view bytes, bool cut)
{
    const std::vector<EncodingGuess> guesses = guessEncodings(bytes);
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        std::optional<std::string> text = decode(guesses[i].encoding, bytes, cut);
        if (!text) {
            continue;
        }
        DecodedText found{std::move(*text), guesses[i].encoding, true};
        const std::string_view start = bytes.substr(0, kCompared);
        const auto read = decode(guesses[i].encoding, start, true);
        for (std::size_t k = i + 1; k < guesses.size() && isRival(guesses[i], guesses[k]) && found.other.empty(); ++k) {
            if (const auto rival = decode(guesses[k].encoding, start, true); rival && rival != read) {
                found.other = guesses[k].encoding;
            }
        }
        return found;
    }
    return std::nullopt;
}

DecodedText decodeAsAsked(std::string_view bytes, const std::string &asked, bool cut)
{
    if (!isEncodingName(asked)) {
        throw Error(
            ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no encoding \"%1\"."), asked),
            say(QT_TRANSLATE_NOOP("Sentence", "Use UTF-8, UTF-16, CP932, EUC-JP, CP1252 or another that has a name.")));
    }
    std::string encoding = asked;
    if (bytes.starts_with("\xEF\xBB\xBF") && asked == "UTF-8") {
        bytes.remove_prefix(3);
    } else if ((bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) && asked.starts_with("UTF-16")) {
        encoding = bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        bytes.remove_prefix(2);
    } else if (asked == "UTF-16") {
        encoding = byteOrder(bytes);
    }
    if (std::optional<std::string> text = decode(encoding, bytes, cut)) {
        return {std::move(*text), encoding, false};
    }
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The file is not text in the encoding %1."), asked),
                say(QT_TRANSLATE_NOOP("Sentence", "Choose another encoding, or let it be found out.")));
}

}  // namespace

std::optional<std::string> decodeAs(const char *encoding, std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::vector<char16_t> units(bytes.size() + 1);
    char16_t *target = units.data();
    const char *source = bytes.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, bytes.data() + bytes.size(), nullptr,
                   true, &status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    const icu::UnicodeString text(units.data(), static_cast<int32_t>(target - units.data()));
    for (int32_t i = 0; i < text.length(); ++i) {
        const char16_t unit = text[i];
        if ((unit >= 0x80 && unit < 0xA0) || (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r')) {
            return std::nullopt;
        }
    }
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

bool isValidUtf8(const std::string &text)
{
    const auto length = static_cast<int64_t>(text.size());
    for (int64_t i = 0; i < length;) {
        // ICU's macros count in 32 bits: look at windows of at most four bytes.
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data()) + i;
        const auto window = static_cast<int32_t>(std::min<int64_t>(4, length - i));
        int32_t used = 0;
        UChar32 character = 0;
        U8_NEXT(bytes, used, window, character);
        if (character < 0) {
            return false;
        }
        i += used;
    }
    return true;
}

std::string readableName(const std::string &name)
{
    if (isValidUtf8(name)) {
        return name;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string readable;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        readable += byte < 0x80 ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 15]};
    }
    return readable;
}

std::string normalised(const std::string &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString result = form->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status)) {
        return text;
    }
    std::string utf8;
    result.toUTF8String(utf8);
    return utf8;
}

std::span<const TextEncoding> textEncodings()
{
    return kEncodings;
}

std::string encodingTitle(const std::string &name)
{
    return encodingWords(name).english();
}

Sentence encodingWords(const std::string &name)
{
    const std::string plain = name.starts_with("UTF-16") ? "UTF-16" : name;
    const auto found = std::ranges::find(kEncodings, plain, &TextEncoding::name);
    return found == kEncodings.end() ? Sentence(name) : say(found->title);
}

bool isEncodingName(const std::string &name)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(converterOf(name), &status));
    return !name.empty() && U_SUCCESS(status);
}

DecodedText decodeText(std::string bytes, const std::string &encoding, bool cut)
{
    if (!encoding.empty()) {
        return decodeAsAsked(bytes, encoding, cut);
    }
    const std::string_view view = bytes;
    if (view.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
        bytes = cut ? withoutCutLetter(std::move(bytes)) : std::move(bytes);
        if (isValidUtf8(bytes)) {
            return {std::move(bytes), "UTF-8", false};
        }
    } else if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
        const char *marked = view[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        if (std::optional<std::string> text = decode(marked, view.substr(2), cut)) {
            return {std::move(*text), marked, false};
        }
    } else if (std::string whole = cut ? withoutCutLetter(bytes) : std::string(); isValidUtf8(cut ? whole : bytes)) {
        return {cut ? std::move(whole) : std::move(bytes), "UTF-8", false};
    } else if (std::optional<DecodedText> found = detect(bytes, cut)) {
        return std::move(*found);
    }
    throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "The file is not text in any known encoding.")),
                say(QT_TRANSLATE_NOOP("Sentence", "Save it as UTF-8 and import again.")));
}

}  // namespace atlas::storage
