#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::fuzz {

/// What one run is given. Its last byte also decides between the ways to read the rest, so that seeds are plain files.
class Input {
public:
    Input(const std::uint8_t *data, std::size_t size) : m_text(reinterpret_cast<const char *>(data), size) {}

    std::string_view text() const { return m_text; }
    std::string string() const { return std::string(m_text); }
    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(m_text)); }

    /// The bit of the last byte.
    bool flag(int bit) const { return (last() >> bit & 1U) != 0; }
    /// A number below `count` made of the last byte.
    std::size_t choice(std::size_t count) const { return last() % count; }

    /// Several files in one: cut at the bytes that ASCII calls file separator. As many as wanted, empty ones at the
    /// end.
    std::vector<std::string> files(std::size_t count) const
    {
        constexpr char kSeparator = 0x1C;
        std::vector<std::string> files;
        std::string_view rest = m_text;
        while (files.size() < count) {
            const std::size_t end = files.size() + 1 == count ? rest.size() : rest.find(kSeparator);
            files.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end < rest.size() ? end + 1 : rest.size());
        }
        return files;
    }

private:
    unsigned last() const { return m_text.empty() ? 0U : static_cast<unsigned char>(m_text.back()); }

    std::string_view m_text;
};

}  // namespace atlas::fuzz
