#include "engine/pretrain/piece_merger.h"

#include <string_view>

namespace atlas::engine {
namespace {

constexpr std::string_view kJoinMark = "##";

std::string joined(const std::string &left, const std::string &right)
{
    return left + right.substr(kJoinMark.size());
}

}  // namespace

void PieceMerger::addWord(const std::vector<std::string> &pieces, std::int64_t count)
{
    m_words.push_back({pieces, count});
    countPairs(m_words.size() - 1, 1);
}

void PieceMerger::change(const Pair &pair, std::int64_t difference, std::size_t word)
{
    std::int64_t &count = m_counts[pair];
    m_byFrequency.erase({-count, pair});
    count += difference;
    if (count > 0) {
        m_byFrequency.insert({-count, pair});
        m_holders[pair].insert(word);
    } else {
        m_counts.erase(pair);
        m_holders.erase(pair);
    }
}

void PieceMerger::countPairs(std::size_t word, std::int64_t sign)
{
    const Word &entry = m_words[word];
    for (std::size_t i = 0; i + 1 < entry.pieces.size(); ++i) {
        change({entry.pieces[i], entry.pieces[i + 1]}, sign * entry.count, word);
    }
}

std::string PieceMerger::joinMostFrequent(std::int64_t minimumCount)
{
    if (m_byFrequency.empty() || -m_byFrequency.begin()->first < minimumCount) {
        return {};
    }
    const Pair pair = m_byFrequency.begin()->second;
    const std::string piece = joined(pair.first, pair.second);
    for (const std::size_t holder : std::set<std::size_t>(m_holders[pair])) {
        countPairs(holder, -1);
        std::vector<std::string> &pieces = m_words[holder].pieces;
        std::vector<std::string> next;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i + 1 < pieces.size() && pieces[i] == pair.first && pieces[i + 1] == pair.second) {
                next.push_back(piece);
                ++i;
            } else {
                next.push_back(pieces[i]);
            }
        }
        pieces = std::move(next);
        countPairs(holder, 1);
    }
    return piece;
}

}  // namespace atlas::engine
