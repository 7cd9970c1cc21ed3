#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace atlas::engine {

/// A vector per word.
/// Threads: const members may be called from any thread.
class EmbeddingTable {
public:
    virtual ~EmbeddingTable() = default;

    virtual std::int64_t rows() const = 0;
    virtual std::int64_t width() const = 0;

    /// Writes width() numbers.  Requires: 0 <= row < rows().
    virtual void copyRow(std::int64_t row, float *to) const = 0;
};

/// A table in fp32.
class DenseTable final : public EmbeddingTable {
public:
    /// Shapes: (rows, width), fp32.
    explicit DenseTable(const at::Tensor &table) : m_table(table.contiguous()) {}

    std::int64_t rows() const override { return m_table.size(0); }
    std::int64_t width() const override { return m_table.size(1); }
    void copyRow(std::int64_t row, float *to) const override;

private:
    at::Tensor m_table;
};

}  // namespace atlas::engine
