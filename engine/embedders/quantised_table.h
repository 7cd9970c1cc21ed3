#pragma once

#include "engine/embedders/embedding_table.h"

#include <cstddef>
#include <memory>
#include <span>

namespace atlas::engine {

/// A matrix of 4-bit weights (Q4_0): blocks of 32 along a row, each an fp16 scale and 16 bytes; byte j holds weight j
/// in its low half and weight j + 16 in its high half; weight = (half - 8) scale. It stays packed, rows are unpacked as
/// they are looked up: the word table of multilingual-e5-small takes 54 MB so, 384 MB in fp32.
/// Source: the format of GGML, as the text file of the starter backbone holds it.
class QuantisedTable final : public EmbeddingTable {
public:
    static constexpr std::int64_t kBlock = 32;
    static constexpr std::int64_t kBlockBytes = 18;

    /// Bytes that a matrix of this size takes; -1 when the width is no multiple of 32 or the size overflows.
    static std::int64_t byteCount(std::int64_t rows, std::int64_t width);

    /// `keepAlive` owns the bytes, or is null where the caller does.
    /// Errors: BadInput when the bytes are not those of such a matrix.
    QuantisedTable(std::span<const std::byte> packed, std::int64_t rows, std::int64_t width,
                   std::shared_ptr<const void> keepAlive);

    std::int64_t rows() const override { return m_rows; }
    std::int64_t width() const override { return m_width; }
    void copyRow(std::int64_t row, float *to) const override;

    /// Shapes: (rows, width), fp32.
    at::Tensor unpacked() const;

private:
    std::span<const std::byte> m_packed;
    std::int64_t m_rows = 0;
    std::int64_t m_width = 0;
    std::shared_ptr<const void> m_keepAlive;
};

}  // namespace atlas::engine
