#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace atlas::engine {

/// Words as sequences of pieces, whose most frequent neighbours are joined one pair at a time. Counts are kept up to
/// date from the words that hold the joined pair, so a join costs what those words cost.
class PieceMerger {
public:
    /// `pieces`: the word's characters, those after the first with their "##".
    void addWord(const std::vector<std::string> &pieces, std::int64_t count);

    /// Joins the most frequent pair everywhere; of equal counts the first in byte order.
    /// Returns the new piece, or an empty text when no pair occurs at least `minimumCount` times.
    std::string joinMostFrequent(std::int64_t minimumCount);

private:
    using Pair = std::pair<std::string, std::string>;

    struct Word {
        std::vector<std::string> pieces;
        std::int64_t count = 0;
    };

    void change(const Pair &pair, std::int64_t difference, std::size_t word);
    void countPairs(std::size_t word, std::int64_t sign);

    std::vector<Word> m_words;
    std::map<Pair, std::int64_t> m_counts;
    std::map<Pair, std::set<std::size_t>> m_holders;        ///< words in which a pair has occurred
    std::set<std::pair<std::int64_t, Pair>> m_byFrequency;  ///< negated counts: the first is the most frequent
};

}  // namespace atlas::engine
