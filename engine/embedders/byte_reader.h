#pragma once

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

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
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "expected %1 of %2 bytes at byte %3, but the file has %4 bytes"),
                       say(what), count, m_position, m_bytes.size()));
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
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "expected %1 times %2, but the file has %3 bytes"), count,
                       say(what), m_bytes.size()));
        }
        std::vector<Number> values(count);
        if (count > 0) {
            std::memcpy(values.data(), take(count * sizeof(Number), what).data(), count * sizeof(Number));
        }
        return values;
    }

    std::span<const std::byte> range(std::uint64_t offset, std::uint64_t size, const Sentence &what) const
    {
        if (offset > m_bytes.size() || size > m_bytes.size() - offset) {
            refuse(say(QT_TRANSLATE_NOOP("Sentence", "%1 (bytes %2 to %3) lies outside the file of %4 bytes"), what,
                       offset, offset + size, m_bytes.size()));
        }
        return m_bytes.subspan(offset, size);
    }

    std::size_t position() const { return m_position; }

    [[noreturn]] void refuse(const Sentence &what) const
    {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 is damaged or of another kind: %2."), m_name, what),
                    say(QT_TRANSLATE_NOOP("Sentence", "Get the file again.")));
    }

private:
    std::span<const std::byte> m_bytes;
    std::string m_name;
    std::size_t m_position = 0;
};

}  // namespace atlas::engine
