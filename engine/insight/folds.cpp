#include "engine/insight/folds.h"

#include "engine/training/seeds.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace atlas::engine {
namespace {

int rarest(const std::vector<int> &own, const std::vector<std::int64_t> &counts)
{
    return *std::ranges::min_element(own, {}, [&](int label) { return counts[static_cast<std::size_t>(label)]; });
}

}  // namespace

std::vector<int> stratifiedFolds(const CarriedClasses &carried, const std::vector<std::int64_t> &sets,
                                 const std::vector<std::int64_t> &counts, std::uint64_t seed)
{
    std::map<std::int64_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < carried.size(); ++i) {
        if (!carried[i].empty()) {
            members[sets[i]].push_back(i);
        }
    }
    std::vector<const std::vector<std::size_t> *> drawn;
    for (const auto &[set, own] : members) {
        drawn.push_back(&own);
    }
    const std::vector<std::int64_t> order = shuffled(static_cast<std::int64_t>(drawn.size()), seed);

    std::vector<int> folds(carried.size(), -1);
    std::vector<std::array<std::int64_t, kInsightFolds>> perClass(counts.size());
    std::array<std::int64_t, kInsightFolds> sizes{};
    for (const std::int64_t next : order) {
        const std::vector<std::size_t> &own = *drawn[static_cast<std::size_t>(next)];
        const auto label = static_cast<std::size_t>(rarest(carried[own.front()], counts));
        std::size_t best = 0;
        for (std::size_t fold = 1; fold < kInsightFolds; ++fold) {
            if (std::tuple(perClass[label][fold], sizes[fold]) < std::tuple(perClass[label][best], sizes[best])) {
                best = fold;
            }
        }
        for (const std::size_t i : own) {
            folds[i] = static_cast<int>(best);
            for (const int each : carried[i]) {
                ++perClass[static_cast<std::size_t>(each)][best];
            }
            ++sizes[best];
        }
    }
    return folds;
}

std::vector<std::int64_t> stratifiedSubset(const CarriedClasses &carried, const std::vector<int> &folds,
                                           const std::vector<std::int64_t> &counts, std::int64_t limit,
                                           std::uint64_t seed)
{
    std::vector<std::int64_t> labelled;
    for (std::size_t i = 0; i < folds.size(); ++i) {
        if (folds[i] >= 0) {
            labelled.push_back(static_cast<std::int64_t>(i));
        }
    }
    const auto n = static_cast<std::int64_t>(labelled.size());
    if (n <= limit) {
        return labelled;
    }
    std::map<int, std::int64_t> left, strata;
    const auto stratum = [&](std::int64_t place) { return rarest(carried[static_cast<std::size_t>(place)], counts); };
    for (const std::int64_t place : labelled) {
        ++strata[stratum(place)];
    }
    for (const auto &[label, count] : strata) {
        left[label] = std::max(std::min<std::int64_t>(count, std::int64_t{2} * kInsightFolds), limit * count / n);
    }
    std::vector<std::int64_t> subset;
    for (const std::int64_t next : shuffled(n, seed)) {
        const std::int64_t place = labelled[static_cast<std::size_t>(next)];
        if (left[stratum(place)]-- > 0) {
            subset.push_back(place);
        }
    }
    std::ranges::sort(subset);
    return subset;
}

}  // namespace atlas::engine
