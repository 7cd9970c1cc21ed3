#include "storage/split.h"

#include "storage/split_random.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace atlas::storage {
namespace {

using Group = std::vector<std::size_t>;  ///< positions of items that must stay together

/// Disjoint sets over items (union by smaller root, path halving).
class Bonds {
public:
    explicit Bonds(const std::vector<SplitItem> &items) : m_parent(items.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
        std::unordered_map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (const std::string &bond : items[i].bonds) {
                const auto [found, isNew] = first.try_emplace(bond, i);
                if (!isNew) {
                    join(found->second, i);
                }
            }
        }
    }

    std::size_t root(std::size_t item)
    {
        while (m_parent[item] != item) {
            m_parent[item] = m_parent[m_parent[item]];
            item = m_parent[item];
        }
        return item;
    }

private:
    void join(std::size_t a, std::size_t b)
    {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

    std::vector<std::size_t> m_parent;
};

/// Moves `share` of the wanted items, whole groups at a time, from `from` to `to`.
class Draw {
public:
    Draw(const std::vector<SplitItem> &items, Bonds &bonds, std::vector<Split> &splits)
        : m_items(items), m_bonds(bonds), m_splits(splits)
    {
    }

    void move(Split from, Split to, double wanted, std::uint64_t seed)
    {
        const std::map<int, std::vector<Group>> strata = groupsByStratum(from, seed);
        double available = 0;
        for (const auto &[stratum, groups] : strata) {
            available += sizeOf(groups);
        }
        if (available == 0 || wanted <= 0) {
            return;
        }
        const double share = std::min(1.0, wanted / available);
        double owed = 0;  // carried from stratum to stratum, so that many small ones do not all round to nothing
        bool moved = false;
        for (const auto &[stratum, groups] : strata) {
            owed += share * sizeOf(groups);
            // The last group of a stratum stays, so that training sees every class.
            for (std::size_t i = 0; i + 1 < groups.size() && owed >= 0.5 * static_cast<double>(groups[i].size()); ++i) {
                owed -= static_cast<double>(groups[i].size());
                assign(groups[i], to);
                moved = true;
            }
        }
        if (!moved) {
            moveOne(strata, to);
        }
    }

private:
    /// Groups of the items in `from`, by the stratum of their first item, shuffled.
    std::map<int, std::vector<Group>> groupsByStratum(Split from, std::uint64_t seed)
    {
        std::map<std::size_t, Group> groups;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_splits[i] == from) {
                groups[m_bonds.root(i)].push_back(i);
            }
        }
        std::map<int, std::vector<Group>> strata;
        for (auto &[root, group] : groups) {
            strata[m_items[group.front()].stratum].push_back(std::move(group));
        }
        for (auto &[stratum, list] : strata) {
            shuffleBySeed(list, seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(stratum));
        }
        return strata;
    }

    /// Where every stratum rounds to nothing: one group of the largest stratum, if something is left beside it.
    void moveOne(const std::map<int, std::vector<Group>> &strata, Split to)
    {
        const auto largest =
            std::ranges::max_element(strata, {}, [](const auto &entry) { return entry.second.size(); });
        std::size_t groups = 0;
        for (const auto &[stratum, list] : strata) {
            groups += list.size();
        }
        if (groups > 1) {
            assign(largest->second.front(), to);
        }
    }

    static double sizeOf(const std::vector<Group> &groups)
    {
        return std::accumulate(groups.begin(), groups.end(), 0.0,
                               [](double sum, const Group &group) { return sum + static_cast<double>(group.size()); });
    }

    void assign(const Group &group, Split to)
    {
        for (const std::size_t item : group) {
            m_splits[item] = to;
        }
    }

    const std::vector<SplitItem> &m_items;
    Bonds &m_bonds;
    std::vector<Split> &m_splits;
};

/// Unassigned items bonded to assigned ones follow them; test before validation before train, so that nothing of what
/// is tested is trained on.
void followBonds(Bonds &bonds, std::vector<Split> &splits)
{
    std::unordered_map<std::size_t, Split> strongest;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        Split &split = strongest.try_emplace(bonds.root(i), Split::Unassigned).first->second;
        split = std::max(split, splits[i]);
    }
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i] == Split::Unassigned) {
            splits[i] = strongest[bonds.root(i)];
        }
    }
}

}  // namespace

std::vector<Split> assignSplits(const std::vector<SplitItem> &items, const SplitShares &shares)
{
    std::vector<Split> splits;
    splits.reserve(items.size());
    for (const SplitItem &item : items) {
        splits.push_back(item.split);
    }
    const auto has = [&splits](Split split) { return std::ranges::find(splits, split) != splits.end(); };
    const bool hasTest = has(Split::Test);
    const bool hasValidation = has(Split::Validation);

    Bonds bonds(items);
    followBonds(bonds, splits);
    Draw draw(items, bonds, splits);
    if (!hasTest) {
        const Split from = has(Split::Unassigned) ? Split::Unassigned : Split::Train;
        draw.move(from, Split::Test, shares.test * static_cast<double>(items.size()), shares.seed);
    }
    std::ranges::replace(splits, Split::Unassigned, Split::Train);
    if (!hasValidation) {
        const auto train = static_cast<double>(std::ranges::count(splits, Split::Train));
        draw.move(Split::Train, Split::Validation, shares.validation * train, shares.seed + 1);
    }
    return splits;
}

std::vector<Split> extendSplits(const std::vector<SplitItem> &items, const std::vector<bool> &known,
                                const SplitShares &shares)
{
    Bonds bonds(items);
    std::unordered_map<std::size_t, Split> followed;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (known[i]) {
            Split &split = followed.try_emplace(bonds.root(i), Split::Unassigned).first->second;
            split = std::max(split, items[i].split);
        }
    }
    std::vector<Split> splits(items.size());
    std::vector<std::size_t> free;  // new, and bonded to nothing that is known
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto found = followed.find(bonds.root(i));
        splits[i] = known[i] || found == followed.end() ? items[i].split : found->second;
        if (found == followed.end()) {
            free.push_back(i);
        }
    }
    std::vector<SplitItem> drawn;
    std::vector<Split> own;
    for (const std::size_t i : free) {
        drawn.push_back(items[i]);
        own.push_back(items[i].split);
    }
    const auto count = [&own](Split split) { return static_cast<double>(std::ranges::count(own, split)); };
    Bonds freeBonds(drawn);
    followBonds(freeBonds, own);
    Draw draw(drawn, freeBonds, own);
    if (count(Split::Test) == 0) {
        draw.move(Split::Unassigned, Split::Test, shares.test * count(Split::Unassigned), shares.seed);
    }
    std::ranges::replace(own, Split::Unassigned, Split::Train);
    if (count(Split::Validation) == 0) {
        draw.move(Split::Train, Split::Validation, shares.validation * count(Split::Train), shares.seed + 1);
    }
    for (std::size_t k = 0; k < free.size(); ++k) {
        splits[free[k]] = own[k];
    }
    return splits;
}

std::vector<std::size_t> drawStratified(const std::vector<int> &strata, std::size_t count, std::uint64_t seed)
{
    std::vector<std::size_t> drawn;
    if (count >= strata.size()) {
        drawn.resize(strata.size());
        std::iota(drawn.begin(), drawn.end(), std::size_t{0});
        return drawn;
    }
    std::map<int, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        members[strata[i]].push_back(i);
    }
    // Each member gets a rank in its stratum as a share, (place + 0.5) / size; the lowest `count` ranks over all strata
    // are a proportional draw. First members rank lowest, so every stratum is there when there is room for all.
    std::vector<std::pair<double, std::size_t>> ranks;
    ranks.reserve(strata.size());
    for (auto &[stratum, list] : members) {
        shuffleBySeed(list, seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(stratum));
        for (std::size_t place = 0; place < list.size(); ++place) {
            const double rank = (static_cast<double>(place) + 0.5) / static_cast<double>(list.size());
            ranks.emplace_back(place == 0 && count >= members.size() ? 0.0 : rank, list[place]);
        }
    }
    std::ranges::sort(ranks);
    for (std::size_t i = 0; i < count; ++i) {
        drawn.push_back(ranks[i].second);
    }
    std::ranges::sort(drawn);
    return drawn;
}

std::vector<std::size_t> drawGroups(const std::vector<SplitItem> &items, std::size_t count, std::uint64_t seed)
{
    Bonds bonds(items);
    std::map<std::size_t, Group> groups;
    for (std::size_t i = 0; i < items.size(); ++i) {
        groups[bonds.root(i)].push_back(i);
    }
    std::map<int, std::vector<Group>> strata;
    for (auto &[root, group] : groups) {
        strata[items[group.front()].stratum].push_back(std::move(group));
    }
    // A group's rank is the middle of its place in its stratum, as a share of the stratum's items.
    std::vector<std::pair<double, Group>> ranks;
    for (auto &[stratum, list] : strata) {
        shuffleBySeed(list, seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(stratum));
        double size = 0;
        for (const Group &group : list) {
            size += static_cast<double>(group.size());
        }
        double before = 0;
        for (Group &group : list) {
            const auto own = static_cast<double>(group.size());
            const bool first = before == 0 && count >= strata.size();
            ranks.emplace_back(first ? 0.0 : (before + 0.5 * own) / size, std::move(group));
            before += own;
        }
    }
    std::ranges::stable_sort(ranks, {}, &std::pair<double, Group>::first);
    std::vector<std::size_t> drawn;
    for (const auto &[rank, group] : ranks) {
        const std::size_t missing = count - std::min(count, drawn.size());
        if (drawn.empty() || group.size() <= 2 * missing) {  // closer to the count with it than without
            drawn.insert(drawn.end(), group.begin(), group.end());
        }
    }
    std::ranges::sort(drawn);
    return drawn;
}

}  // namespace atlas::storage
