#include "engine/embedders/unigram_trie.h"

#include <algorithm>
#include <numeric>

namespace atlas::engine {

UnigramTrie::UnigramTrie(const std::vector<std::string> &pieces)
{
    std::vector<std::int32_t> order(pieces.size());
    std::iota(order.begin(), order.end(), 0);
    const auto text = [&](std::int32_t piece) -> const std::string & {
        return pieces[static_cast<std::size_t>(piece)];
    };
    std::erase_if(order, [&](std::int32_t piece) { return text(piece).empty(); });
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return text(a) < text(b); });

    /// The sorted pieces that begin with a node's string.
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Range> level{{0, order.size()}};
    m_bytes.push_back(0);
    m_pieces.push_back(-1);
    for (std::size_t depth = 0; !level.empty(); ++depth) {
        std::vector<Range> next;
        for (const Range &range : level) {
            m_first.push_back(static_cast<std::int32_t>(m_bytes.size()));
            std::size_t i = range.begin;
            while (i < range.end && text(order[i]).size() == depth) {
                ++i;  // these end in the node itself
            }
            while (i < range.end) {
                const char byte = text(order[i])[depth];
                Range child{i, i};
                std::int32_t piece = -1;
                while (child.end < range.end && text(order[child.end])[depth] == byte) {
                    if (text(order[child.end]).size() == depth + 1) {
                        piece = order[child.end];
                    }
                    ++child.end;
                }
                m_bytes.push_back(static_cast<unsigned char>(byte));
                m_pieces.push_back(piece);
                next.push_back(child);
                i = child.end;
            }
        }
        level = std::move(next);
    }
    m_first.push_back(static_cast<std::int32_t>(m_bytes.size()));
}

}  // namespace atlas::engine
