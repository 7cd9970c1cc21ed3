#include "engine/embedders/quantised_table.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <cstring>

namespace atlas::engine {

std::int64_t QuantisedTable::byteCount(std::int64_t rows, std::int64_t width)
{
    std::int64_t bytes = 0;
    const bool sound = rows >= 0 && width >= 0 && width % kBlock == 0 &&
                       !__builtin_mul_overflow(rows, width / kBlock * kBlockBytes, &bytes);
    return sound ? bytes : -1;
}

QuantisedTable::QuantisedTable(std::span<const std::byte> packed, std::int64_t rows, std::int64_t width,
                               std::shared_ptr<const void> keepAlive)
    : m_packed(packed), m_rows(rows), m_width(width), m_keepAlive(std::move(keepAlive))
{
    const std::int64_t expected = byteCount(rows, width);
    if (expected < 0 || static_cast<std::uint64_t>(expected) != packed.size()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "Expected a matrix of 4-bit weights (%1, %2), %3 bytes, is %4 bytes."),
                rows, width, expected, packed.size()));
    }
}

void QuantisedTable::copyRow(std::int64_t row, float *to) const
{
    const std::int64_t blocks = m_width / kBlock;
    const std::byte *from = m_packed.data() + row * blocks * kBlockBytes;
    for (std::int64_t b = 0; b < blocks; ++b, from += kBlockBytes, to += kBlock) {
        c10::Half scale;
        std::memcpy(&scale, from, sizeof scale);
        const auto factor = static_cast<float>(scale);
        for (std::int64_t j = 0; j < kBlock / 2; ++j) {
            const int pair = std::to_integer<int>(from[sizeof scale + static_cast<std::size_t>(j)]);
            to[j] = static_cast<float>((pair & 15) - 8) * factor;
            to[j + kBlock / 2] = static_cast<float>((pair >> 4) - 8) * factor;
        }
    }
}

at::Tensor QuantisedTable::unpacked() const
{
    at::Tensor table = at::empty({m_rows, m_width});
    for (std::int64_t row = 0; row < m_rows; ++row) {
        copyRow(row, table.data_ptr<float>() + row * m_width);
    }
    return table;
}

}  // namespace atlas::engine
