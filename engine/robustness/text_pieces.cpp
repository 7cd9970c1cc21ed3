#include "engine/robustness/text_pieces.h"

#include "core/error.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

namespace atlas::engine {
namespace {

std::vector<TextPiece> pieces(const std::string &text, icu::BreakIterator *(*make)(const icu::Locale &, UErrorCode &),
                              bool (*isWord)(const icu::BreakIterator &, const icu::UnicodeString &))
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(make(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) || !breaks) {
        throw Error(ErrorCode::Internal, std::string("ICU cannot cut texts: ") + u_errorName(status) + ".");
    }
    const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
    breaks->setText(whole);
    std::vector<TextPiece> found;
    for (std::int32_t begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next()) {
        const icu::UnicodeString part = whole.tempSubStringBetween(begin, end);
        TextPiece piece;
        part.toUTF8String(piece.text);
        piece.word = isWord(*breaks, part);
        found.push_back(std::move(piece));
    }
    return found;
}

}  // namespace

std::vector<TextPiece> wordsOf(const std::string &text)
{
    return pieces(text, icu::BreakIterator::createWordInstance,
                  [](const icu::BreakIterator &breaks, const icu::UnicodeString &) {
                      return breaks.getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
                  });
}

std::vector<TextPiece> lettersOf(const std::string &text)
{
    return pieces(
        text, icu::BreakIterator::createCharacterInstance,
        [](const icu::BreakIterator &, const icu::UnicodeString &part) { return u_isalnum(part.char32At(0)) != 0; });
}

}  // namespace atlas::engine
