#include "engine/embedders/precompiled_charsmap.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace atlas::engine {
namespace {

constexpr std::uint32_t kLeafBit = 1U << 8;
constexpr std::uint32_t kLabelBits = 0x800000ffU;  ///< the highest bit marks a value, which matches no byte
constexpr std::uint32_t kValueBits = 0x7fffffffU;

std::size_t offsetOf(std::uint32_t unit)
{
    return static_cast<std::size_t>(unit >> 10) << ((unit & (1U << 9)) >> 6);
}

}  // namespace

PrecompiledCharsmap::PrecompiledCharsmap(std::string_view blob)
{
    std::uint32_t bytes = 0;
    if (blob.size() >= sizeof bytes) {
        std::memcpy(&bytes, blob.data(), sizeof bytes);
        blob.remove_prefix(sizeof bytes);
    }
    if (bytes == 0 || bytes % sizeof(std::uint32_t) != 0 || bytes > blob.size()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP(
                            "Sentence",
                            "The tokenizer's precompiled_charsmap is damaged: its trie claims %1 bytes, %2 are there."),
                        bytes, blob.size()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Copy tokenizer.json again from where the model came from.")));
    }
    m_units.resize(bytes / sizeof(std::uint32_t));
    std::memcpy(m_units.data(), blob.data(), bytes);
    m_replacements = blob.substr(bytes);
}

std::optional<PrecompiledCharsmap::Rule> PrecompiledCharsmap::longestRule(std::string_view text) const
{
    std::optional<Rule> rule;
    std::size_t node = offsetOf(m_units[0]);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        node ^= byte;
        if (node >= m_units.size() || (m_units[node] & kLabelBits) != byte) {
            break;
        }
        const std::uint32_t unit = m_units[node];
        node ^= offsetOf(unit);
        if (node >= m_units.size()) {
            break;
        }
        if ((unit & kLeafBit) != 0) {
            const std::size_t place = m_units[node] & kValueBits;
            if (place <= m_replacements.size()) {
                rule = Rule{i + 1, place};
            }
        }
    }
    return rule;
}

std::string PrecompiledCharsmap::apply(std::string_view text) const
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (const std::optional<Rule> rule = longestRule(text)) {
            const std::size_t end = std::min(m_replacements.find('\0', rule->replacement), m_replacements.size());
            result.append(m_replacements, rule->replacement, end - rule->replacement);
            text.remove_prefix(rule->length);
            continue;
        }
        std::size_t length = 0;
        U8_FWD_1(reinterpret_cast<const std::uint8_t *>(text.data()), length, text.size());
        result += text.substr(0, length);
        text.remove_prefix(length);
    }
    return result;
}

}  // namespace atlas::engine
