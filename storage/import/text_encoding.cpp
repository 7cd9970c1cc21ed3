#include "storage/import/text_encoding.h"

#include "core/error.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace atlas::storage {
namespace {

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};

/// The detector's names stand for the standards; files hold the vendors' supersets of them.
const char *superset(std::string_view detected)
{
    return detected == "Shift_JIS"    ? "windows-31j"
           : detected == "ISO-8859-1" ? "windows-1252"
           : detected == "EUC-KR"     ? "windows-949"
           : detected == "Big5"       ? "windows-950"
                                      : detected.data();
}

std::optional<DecodedText> detect(const std::string &bytes)
{
    constexpr std::size_t kLook = 256 * 1024;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(std::min(bytes.size(), kLook)), &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char *name = ucsdet_getName(matches[i], &status);
        if (std::optional<std::string> text = U_SUCCESS(status) ? decodeAs(superset(name), bytes) : std::nullopt) {
            return DecodedText{std::move(*text), name, true};
        }
    }
    return std::nullopt;
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

DecodedText decodeText(std::string bytes)
{
    const std::string_view view = bytes;
    if (view.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
        if (isValidUtf8(bytes)) {
            return {std::move(bytes), "UTF-8", false};
        }
    } else if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
        const char *encoding = view[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        if (std::optional<std::string> text = decodeAs(encoding, view.substr(2))) {
            return {std::move(*text), encoding, false};
        }
    } else if (isValidUtf8(bytes)) {
        return {std::move(bytes), "UTF-8", false};
    } else if (std::optional<DecodedText> found = detect(bytes)) {
        return std::move(*found);
    }
    throw Error(ErrorCode::BadInput, "The file is not text in any known encoding.",
                "Save it as UTF-8 and import again.");
}

}  // namespace atlas::storage
