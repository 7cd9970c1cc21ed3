#pragma once

#include "storage/import/gz_file.h"

#include <cstdint>
#include <vector>

namespace atlas::storage {

/// An IDX file of unsigned bytes (the layout of MNIST): 0, 0, type 0x08, number of dimensions, then each dimension as a
/// 32-bit big-endian number, then the data. The header is not believed: nothing is allocated for what it claims
/// beyond one item, and the data must be exactly as long as it says.
/// Errors of all members: BadInput, which say what was expected and found.
class IdxReader {
public:
    static constexpr std::uint64_t kMaxItemBytes = 100'000'000;
    static constexpr std::uint64_t kMaxSide = 1'000'000;  ///< no PNG can be made of more

    IdxReader(ByteSource &source, int dimensions);

    std::uint64_t count() const { return m_count; }
    int rows() const { return m_rows; }        ///< 1 for labels
    int columns() const { return m_columns; }  ///< 1 for labels

    /// The next item (a picture of rows x columns bytes, or one label); false after the last, when the file must end.
    bool next(std::vector<std::byte> &item);

private:
    ByteSource &m_source;
    std::uint64_t m_count = 0;
    std::uint64_t m_read = 0;
    int m_rows = 1;
    int m_columns = 1;
};

}  // namespace atlas::storage
