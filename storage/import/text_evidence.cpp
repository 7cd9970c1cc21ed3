#include "storage/import/text_evidence.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>

namespace atlas::storage {
namespace {

constexpr std::size_t kLook = 256 * 1024;
constexpr int kFew = 4;  // letters that statistics can say nothing of
constexpr int kWeak = 35;
constexpr int kNoEvidence = 10;  // what the detector says of whatever an encoding allows

struct CloseDetector {
    void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};

/// The detector's names stand for the standards; files hold the vendors' supersets of them.
std::string supersetOf(std::string_view detected)
{
    constexpr std::string_view kWindows = "windows-";
    return detected == "Shift_JIS"          ? "CP932"
           : detected == "ISO-8859-1"       ? "CP1252"
           : detected == "EUC-KR"           ? "CP949"
           : detected == "Big5"             ? "CP950"
           : detected.starts_with(kWindows) ? "CP" + std::string(detected.substr(kWindows.size()))
                                            : std::string(detected);
}

bool isLetter(unsigned char byte)
{
    return byte < 0x80 && std::isalpha(byte) != 0;
}

/// Looks at the bytes as CP932: common letters (kana, kanji of the first level) begin with 81 to 98, which Western and
/// Cyrillic texts hardly use, least of all before another byte beyond ASCII; one before an ASCII byte that stands alone
/// between Latin letters is more likely an apostrophe or a dash. Half-width kana (A1 to DF) speak neither way: other
/// encodings are full of these bytes.
int japaneseEvidence(std::string_view bytes)
{
    constexpr int kStart = 40, kEach = 5, kEachOfTwo = 15, kMost = 95, kMixed = 50, kOnlyNarrow = 25, kMany = 4;
    int common = 0, odd = 0, narrow = 0, confidence = kStart;
    bool inRun = false;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto byteAt = [&](std::size_t place) {
            return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : '\0';
        };
        const unsigned char byte = byteAt(i);
        const bool pair = (byte >= 0x81 && byte <= 0x9F) || byte >= 0xE0;
        if (!pair) {
            narrow += byte >= 0xA0 ? 1 : 0;
            odd += byte == 0x80 || byte == 0xA0 ? 1 : 0;
            inRun = false;
            ++i;
            continue;
        }
        const unsigned char trail = byteAt(i + 1);
        const bool betweenLetters = (i > 0 && isLetter(byteAt(i - 1))) || isLetter(byteAt(i + 2));
        const bool alone = trail < 0x80 && !inRun && byteAt(i + 2) < 0x80 && betweenLetters;
        if (byte <= 0x98 && !alone) {
            ++common;
            confidence = std::min(kMost, confidence + (trail < 0x80 ? kEach : kEachOfTwo));
        } else {
            ++odd;
        }
        inRun = true;
        i += 2;
    }
    if (common == 0) {
        return odd == 0 && narrow > 0 ? kOnlyNarrow : 0;
    }
    return odd == 0 ? confidence : common >= kMany * odd ? kMixed : 0;
}

/// Adds to what is said of an encoding, or says the first of it.
void atLeast(std::vector<EncodingGuess> &guesses, const std::string &encoding, int confidence)
{
    const auto known = std::ranges::find(guesses, encoding, &EncodingGuess::encoding);
    if (known == guesses.end()) {
        guesses.push_back({encoding, confidence});
    } else {
        known->confidence = std::max(known->confidence, confidence);
    }
}

}  // namespace

std::vector<EncodingGuess> guessEncodings(std::string_view bytes)
{
    const std::string_view start = bytes.substr(0, kLook);
    std::vector<EncodingGuess> guesses;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), start.data(), static_cast<std::int32_t>(start.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &count, &status);
    const auto beyondAscii = std::ranges::count_if(start, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const bool few = beyondAscii < kFew;
    const bool zeros = start.find('\0') != std::string_view::npos;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string name = ucsdet_getName(matches[i], &status);
        const auto confidence = static_cast<int>(ucsdet_getConfidence(matches[i], &status));
        const bool baseless = name.starts_with("UTF-16") && confidence <= kNoEvidence && !zeros;
        if (U_SUCCESS(status) && !baseless) {
            guesses.push_back({supersetOf(name), few ? std::min(confidence, kWeak - 5) : confidence});
        }
    }
    if (few) {
        atLeast(guesses, "CP1252", kWeak);  // a name or two in a table of plain words
    }
    if (const int japanese = japaneseEvidence(start); japanese > 0) {
        atLeast(guesses, "CP932", japanese);
    }
    std::ranges::stable_sort(guesses, std::greater(), &EncodingGuess::confidence);
    return guesses;
}

bool isRival(const EncodingGuess &best, const EncodingGuess &other)
{
    constexpr int kNear = 10;
    return other.confidence > kNoEvidence && (best.confidence < kWeak || best.confidence - other.confidence <= kNear);
}

}  // namespace atlas::storage
