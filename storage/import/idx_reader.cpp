#include "storage/import/idx_reader.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <array>

namespace atlas::storage {
namespace {

constexpr const char *kHint =
    QT_TRANSLATE_NOOP("Sentence", "Choose an IDX file as MNIST has them, or copy it again from where it came.");

std::uint64_t readNumber(ByteSource &source)
{
    std::array<std::byte, 4> bytes{};
    if (source.read(bytes) != bytes.size()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "The file ends inside its header.")),
                    say(kHint));
    }
    std::uint64_t value = 0;
    for (const std::byte byte : bytes) {
        value = value << 8 | std::to_integer<std::uint64_t>(byte);
    }
    return value;
}

}  // namespace

IdxReader::IdxReader(ByteSource &source, int dimensions) : m_source(source)
{
    constexpr std::uint64_t kUnsignedBytes = 0x0800;
    const std::uint64_t expected = kUnsignedBytes + static_cast<std::uint64_t>(dimensions);
    if (const std::uint64_t magic = readNumber(source); magic != expected) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The file begins with the number %1, expected %2."), magic, expected),
            say(kHint));
    }
    m_count = readNumber(source);
    if (dimensions == 3) {
        const std::uint64_t rows = readNumber(source);
        const std::uint64_t columns = readNumber(source);
        if (rows == 0 || columns == 0 || rows > kMaxSide || columns > kMaxSide || rows > kMaxItemBytes / columns) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The header tells pictures of %1 x %2 pixels."), rows, columns),
                say(kHint));
        }
        m_rows = static_cast<int>(rows);
        m_columns = static_cast<int>(columns);
    }
}

bool IdxReader::next(std::vector<std::byte> &item)
{
    if (m_read == m_count) {
        std::array<std::byte, 1> more{};
        if (m_source.read(more) != 0) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "Data follows after the %1 items that the header tells."), m_count),
                say(kHint));
        }
        return false;
    }
    item.resize(static_cast<std::size_t>(m_rows) * static_cast<std::size_t>(m_columns));
    if (m_source.read(item) != item.size()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The file ends after %1 of %2 items."), m_read, m_count),
                    say(kHint));
    }
    ++m_read;
    return true;
}

}  // namespace atlas::storage
