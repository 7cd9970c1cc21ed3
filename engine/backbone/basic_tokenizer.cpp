#include "engine/backbone/basic_tokenizer.h"

#include "core/error.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace atlas::engine {
namespace {

constexpr UChar32 kReplacementCharacter = 0xFFFD;

struct CodePointRange {
    UChar32 first;
    UChar32 last;
};

/// The blocks that BERT calls Chinese: ideographs, neither kana nor Hangul. U+2B820..2B91F are not among them in the
/// `tokenizers` library, and ids have to match it.
constexpr std::array kIdeographs{
    CodePointRange{0x3400, 0x4DBF},   CodePointRange{0x4E00, 0x9FFF},   CodePointRange{0xF900, 0xFAFF},
    CodePointRange{0x20000, 0x2A6DF}, CodePointRange{0x2A700, 0x2B73F}, CodePointRange{0x2B740, 0x2B81F},
    CodePointRange{0x2B920, 0x2CEAF}, CodePointRange{0x2F800, 0x2FA1F},
};

bool isIdeograph(UChar32 c)
{
    return std::any_of(kIdeographs.begin(), kIdeographs.end(),
                       [c](const CodePointRange &range) { return c >= range.first && c <= range.last; });
}

bool isDropped(UChar32 c)
{
    if (c == '\t' || c == '\n' || c == '\r') {
        return false;
    }
    const auto category = u_charType(c);
    return c == 0 || c == kReplacementCharacter || category == U_CONTROL_CHAR || category == U_FORMAT_CHAR ||
           category == U_PRIVATE_USE_CHAR || category == U_SURROGATE;
}

/// All ASCII symbols count as punctuation, beyond ASCII only the P categories.
bool isPunctuation(UChar32 c)
{
    if (c < 0x80) {
        return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
    }
    return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

template <typename Function>
void forEachCodePoint(const icu::UnicodeString &text, Function &&function)
{
    for (std::int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        function(c);
    }
}

icu::UnicodeString clean(const icu::UnicodeString &text)
{
    icu::UnicodeString result;
    forEachCodePoint(text, [&result](UChar32 c) {
        if (isDropped(c)) {
            return;
        }
        if (u_isUWhiteSpace(c)) {
            result.append(u' ');
        } else if (isIdeograph(c)) {
            result.append(u' ').append(c).append(u' ');
        } else {
            result.append(c);
        }
    });
    return result;
}

icu::UnicodeString withoutAccents(const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) || nfd == nullptr) {
        throw Error(ErrorCode::Internal,
                    std::string("ICU's normalisation data cannot be loaded: ") + u_errorName(status) + ".");
    }
    const icu::UnicodeString decomposed = nfd->normalize(text, status);
    if (U_FAILURE(status)) {
        throw Error(ErrorCode::Internal, std::string("A text cannot be normalised: ") + u_errorName(status) + ".");
    }
    icu::UnicodeString result;
    forEachCodePoint(decomposed, [&result](UChar32 c) {
        if (u_charType(c) != U_NON_SPACING_MARK) {
            result.append(c);
        }
    });
    return result;
}

/// Character by character, without the rules for the end of a word (final sigma): ids have to match.
icu::UnicodeString lowered(const icu::UnicodeString &text)
{
    icu::UnicodeString result;
    forEachCodePoint(text, [&result](UChar32 c) {
        constexpr UChar32 kCapitalIWithDot = 0x130;
        if (c == kCapitalIWithDot) {
            result.append(u'i').append(static_cast<UChar32>(0x307));
        } else {
            result.append(u_tolower(c));
        }
    });
    return result;
}

std::vector<std::string> splitWords(const icu::UnicodeString &text)
{
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty()) {
            word.toUTF8String(words.emplace_back());
            word.remove();
        }
    };
    forEachCodePoint(text, [&](UChar32 c) {
        if (u_isUWhiteSpace(c)) {
            finish();
        } else if (isPunctuation(c)) {
            finish();
            word.append(c);
            finish();
        } else {
            word.append(c);
        }
    });
    finish();
    return words;
}

}  // namespace

std::vector<std::string> basicTokenize(const std::string &text, const BasicTokenizerOptions &options)
{
    icu::UnicodeString unicode = clean(icu::UnicodeString::fromUTF8(text));
    if (options.stripAccents) {
        unicode = withoutAccents(unicode);
    }
    if (options.lowerCase) {
        unicode = lowered(unicode);
    }
    return splitWords(unicode);
}

}  // namespace atlas::engine
