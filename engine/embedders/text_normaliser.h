#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atlas::engine {

/// What a vocabulary does to a text before looking for pieces (widths, ligatures, control characters).
/// Threads: const members may be called from any thread.
class TextNormaliser {
public:
    virtual ~TextNormaliser() = default;

    /// `text` is UTF-8 already.
    virtual std::string apply(std::string_view text) const = 0;
};

/// Each code point by itself: replaced by others, or by none.
class CodePointMap final : public TextNormaliser {
public:
    CodePointMap() = default;

    /// Code points above U+10FFFF and halves of surrogate pairs in a replacement are left out.
    void add(std::uint32_t codePoint, const std::vector<std::uint32_t> &replacement);

    std::string apply(std::string_view text) const override;

private:
    std::unordered_map<std::uint32_t, std::string> m_replacements;
};

/// Bytes that are not UTF-8 are dropped.
std::string validUtf8(const std::string &text);

}  // namespace atlas::engine
