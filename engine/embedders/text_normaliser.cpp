#include "engine/embedders/text_normaliser.h"

#include <unicode/utf.h>
#include <unicode/utf8.h>

namespace atlas::engine {
namespace {

constexpr std::uint32_t kLastCodePoint = 0x10ffff;

/// Calls visit(code point, its bytes) for each code point; one below 0 for bytes that are not UTF-8.
template <class Visit>
void forEachCodePoint(std::string_view text, Visit visit)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const std::size_t length = text.size();
    for (std::size_t i = 0; i < length;) {
        const std::size_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        visit(c, text.substr(start, i - start));
    }
}

void appendUtf8(std::uint32_t codePoint, std::string &text)
{
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, codePoint);
    text.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace

void CodePointMap::add(std::uint32_t codePoint, const std::vector<std::uint32_t> &replacement)
{
    std::string text;
    for (const std::uint32_t part : replacement) {
        if (part <= kLastCodePoint && !U_IS_SURROGATE(part)) {
            appendUtf8(part, text);
        }
    }
    m_replacements.insert_or_assign(codePoint, std::move(text));
}

std::string CodePointMap::apply(std::string_view text) const
{
    std::string result;
    result.reserve(text.size());
    forEachCodePoint(text, [&](UChar32 c, std::string_view bytes) {
        const auto found = m_replacements.find(static_cast<std::uint32_t>(c));
        result += found == m_replacements.end() ? bytes : std::string_view(found->second);
    });
    return result;
}

std::string validUtf8(const std::string &text)
{
    std::string result;
    result.reserve(text.size());
    forEachCodePoint(text, [&](UChar32 c, std::string_view bytes) {
        if (c >= 0) {
            result += bytes;
        }
    });
    return result;
}

}  // namespace atlas::engine
