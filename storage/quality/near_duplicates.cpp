#include "storage/quality/near_duplicates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace atlas::storage {
namespace {

constexpr int kQuarters = pictures::kMostBits + 1;
constexpr int kQuarterBits = 64 / kQuarters;

/// Sets that grow together.
class Sets {
public:
    explicit Sets(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), 0U); }

    std::size_t find(std::size_t item)
    {
        while (m_parents[item] != item) {
            item = m_parents[item] = m_parents[m_parents[item]];
        }
        return item;
    }

    /// The smaller place stands for both.
    void join(std::size_t a, std::size_t b)
    {
        const auto [first, second] = std::minmax({find(a), find(b)});
        m_parents[second] = first;
    }

private:
    std::vector<std::size_t> m_parents;
};

}  // namespace

std::vector<std::vector<std::size_t>>
nearDuplicates(const std::vector<std::optional<pictures::PictureSketch>> &sketches)
{
    Sets sets(sketches.size());
    for (int quarter = 0; quarter < kQuarters; ++quarter) {
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> alike;
        for (std::size_t i = 0; i < sketches.size(); ++i) {
            if (!sketches[i]) {
                continue;
            }
            std::vector<std::size_t> &others =
                alike[sketches[i]->hash >> (quarter * kQuarterBits) & ((1U << kQuarterBits) - 1)];
            for (const std::size_t other : others) {
                if (sets.find(other) != sets.find(i) && looksLike(*sketches[other], *sketches[i])) {
                    sets.join(other, i);
                }
            }
            others.push_back(i);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < sketches.size(); ++i) {
        members[sets.find(i)].push_back(i);
    }
    std::vector<std::vector<std::size_t>> groups;
    for (auto &[first, group] : members) {
        if (group.size() > 1) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

}  // namespace atlas::storage
