#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace atlas::engine {

/// Reads little-endian numbers of a file in order and never beyond its end.
class ByteReader {
public:
    ByteReader(std::span<const std::byte> bytes, std::string name) : m_bytes(bytes), m_name(std::move(name)) {}

    /// Errors: BadInput, naming the file, the place and what was to be read there.
    std::span<const std::byte> take(std::uint64_t count, const char *what)
    {
        if (count > m_bytes.size() - m_position) {
            refuse(std::string("expected ") + what + " of " + std::to_string(count) + " bytes at byte " +
                   std::to_string(m_position) + ", but the file has " + std::to_string(m_bytes.size()) + " bytes");
        }
        const auto part = m_bytes.subspan(m_position, count);
        m_position += count;
        return part;
    }

    template <class Number>
    Number number(const char *what)
    {
        Number value;
        std::memcpy(&value, take(sizeof value, what).data(), sizeof value);
        return value;
    }

    template <class Number>
    std::vector<Number> numbers(std::uint64_t count, const char *what)
    {
        if (count > m_bytes.size() / sizeof(Number)) {
            refuse(std::string("expected ") + std::to_string(count) + " times " + what + ", but the file has " +
                   std::to_string(m_bytes.size()) + " bytes");
        }
        std::vector<Number> values(count);
        if (count > 0) {
            std::memcpy(values.data(), take(count * sizeof(Number), what).data(), count * sizeof(Number));
        }
        return values;
    }

    std::span<const std::byte> range(std::uint64_t offset, std::uint64_t size, const std::string &what) const
    {
        if (offset > m_bytes.size() || size > m_bytes.size() - offset) {
            refuse(what + " (bytes " + std::to_string(offset) + " to " + std::to_string(offset + size) +
                   ") lies outside the file of " + std::to_string(m_bytes.size()) + " bytes");
        }
        return m_bytes.subspan(offset, size);
    }

    std::size_t position() const { return m_position; }

    [[noreturn]] void refuse(const std::string &what) const
    {
        throw Error(ErrorCode::BadInput, m_name + " is damaged or of another kind: " + what + ".",
                    "Get the file again.");
    }

private:
    std::span<const std::byte> m_bytes;
    std::string m_name;
    std::size_t m_position = 0;
};

}  // namespace atlas::engine
