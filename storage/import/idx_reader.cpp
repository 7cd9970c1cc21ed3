#include "storage/import/idx_reader.h"

#include "core/error.h"

#include <array>

namespace atlas::storage {
namespace {

constexpr const char *kHint = "Choose an IDX file as MNIST has them, or copy it again from where it came.";

std::uint64_t readNumber(ByteSource &source)
{
    std::array<std::byte, 4> bytes{};
    if (source.read(bytes) != bytes.size()) {
        throw Error(ErrorCode::BadInput, "The file ends inside its header.", kHint);
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
        throw Error(ErrorCode::BadInput,
                    "The file begins with the number " + std::to_string(magic) + ", expected " +
                        std::to_string(expected) + ".",
                    kHint);
    }
    m_count = readNumber(source);
    if (dimensions == 3) {
        const std::uint64_t rows = readNumber(source);
        const std::uint64_t columns = readNumber(source);
        if (rows == 0 || columns == 0 || rows > kMaxSide || columns > kMaxSide || rows > kMaxItemBytes / columns) {
            throw Error(ErrorCode::BadInput,
                        "The header tells pictures of " + std::to_string(rows) + " x " + std::to_string(columns) +
                            " pixels.",
                        kHint);
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
            throw Error(ErrorCode::BadInput,
                        "Data follows after the " + std::to_string(m_count) + " items that the header tells.", kHint);
        }
        return false;
    }
    item.resize(static_cast<std::size_t>(m_rows) * static_cast<std::size_t>(m_columns));
    if (m_source.read(item) != item.size()) {
        throw Error(ErrorCode::BadInput,
                    "The file ends after " + std::to_string(m_read) + " of " + std::to_string(m_count) + " items.",
                    kHint);
    }
    ++m_read;
    return true;
}

}  // namespace atlas::storage
