#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::engine {

/// Byte strings by prefix. Nodes lie breadth first, so that the children of a node are neighbours, ordered by byte.
/// Threads: const members may be called from any thread.
class UnigramTrie {
public:
    /// Empty pieces are left out; of equal ones the last counts.
    explicit UnigramTrie(const std::vector<std::string> &pieces);

    /// Calls found(length in bytes, index of the piece) for every piece that `text` begins with, shortest first.
    template <class Found>
    void prefixesOf(std::string_view text, Found &&found) const
    {
        std::int32_t node = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            node = child(node, static_cast<unsigned char>(text[i]));
            if (node < 0) {
                return;
            }
            if (const std::int32_t piece = m_pieces[static_cast<std::size_t>(node)]; piece >= 0) {
                found(i + 1, piece);
            }
        }
    }

private:
    std::int32_t child(std::int32_t node, unsigned char byte) const
    {
        auto low = static_cast<std::size_t>(m_first[static_cast<std::size_t>(node)]);
        auto high = static_cast<std::size_t>(m_first[static_cast<std::size_t>(node) + 1]);
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (m_bytes[middle] < byte) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < static_cast<std::size_t>(m_first[static_cast<std::size_t>(node) + 1]) && m_bytes[low] == byte
                   ? static_cast<std::int32_t>(low)
                   : -1;
    }

    std::vector<unsigned char> m_bytes;  ///< per node: the last byte of its string
    std::vector<std::int32_t> m_pieces;  ///< per node: the piece that ends there, or -1
    std::vector<std::int32_t> m_first;   ///< per node: its first child; its last is the next node's first - 1
};

}  // namespace atlas::engine
