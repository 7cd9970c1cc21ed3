#include "core/agreement.h"

#include "core/translatable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

namespace atlas {
namespace {

constexpr double kQuantile = 1.959963984540054;  // of the normal distribution, 97.5 %

std::vector<const Judgement *> given(const std::vector<Judgement> &unit)
{
    std::vector<const Judgement *> values;
    for (const Judgement &one : unit) {
        if (!one.empty()) {
            values.push_back(&one);
        }
    }
    return values;
}

std::vector<std::pair<Judgement, Judgement>> judgedByBoth(const JudgementTable &table, std::size_t first,
                                                          std::size_t second)
{
    std::vector<std::pair<Judgement, Judgement>> both;
    for (const std::vector<Judgement> &unit : table.units) {
        if (!unit[first].empty() && !unit[second].empty()) {
            both.emplace_back(unit[first], unit[second]);
        }
    }
    return both;
}

/// Shares of a table of counts and of its margins.
struct Shares {
    std::map<std::pair<Judgement, Judgement>, double> cells;
    std::map<Judgement, double> first;
    std::map<Judgement, double> second;
    double n = 0;

    explicit Shares(std::span<const std::pair<Judgement, Judgement>> judgements) : n(double(judgements.size()))
    {
        for (const auto &one : judgements) {
            cells[one] += 1 / n;
            first[one.first] += 1 / n;
            second[one.second] += 1 / n;
        }
    }

    static double of(const std::map<Judgement, double> &margin, const Judgement &value)
    {
        const auto found = margin.find(value);
        return found == margin.end() ? 0 : found->second;
    }
};

double standardErrorOf(const Shares &shares, double kappa, double expected)
{
    double equal = 0;
    double unequal = 0;
    for (const auto &[cell, share] : shares.cells) {
        const auto &[row, column] = cell;
        if (row == column) {
            const double margins = Shares::of(shares.first, row) + Shares::of(shares.second, row);
            equal += share * std::pow(1 - margins * (1 - kappa), 2);
        } else {
            unequal += share * std::pow(Shares::of(shares.second, row) + Shares::of(shares.first, column), 2);
        }
    }
    const double middle = std::pow(kappa - expected * (1 - kappa), 2);
    const double variance = equal + std::pow(1 - kappa, 2) * unequal - middle;
    return std::sqrt(std::max(0.0, variance) / shares.n) / (1 - expected);
}

/// Classes that one of two judgements has and the other has not, against each other.
void countConfusions(const Judgement &a, const Judgement &b, std::map<std::pair<int, int>, std::int64_t> &counts)
{
    Judgement onlyA;
    Judgement onlyB;
    std::ranges::set_difference(a, b, std::back_inserter(onlyA));
    std::ranges::set_difference(b, a, std::back_inserter(onlyB));
    for (const int one : onlyA) {
        for (const int other : onlyB) {
            ++counts[std::minmax(one, other)];
        }
    }
    if (onlyA.empty() || onlyB.empty()) {
        for (const int left : onlyA.empty() ? onlyB : onlyA) {
            ++counts[{left, -1}];
        }
    }
}

std::vector<Confusion> sortedConfusions(const std::map<std::pair<int, int>, std::int64_t> &counts)
{
    std::vector<Confusion> confused;
    for (const auto &[classes, count] : counts) {
        confused.push_back({classes.first, classes.second, count});
    }
    std::ranges::stable_sort(confused, std::ranges::greater(), &Confusion::count);
    return confused;
}

}  // namespace

std::optional<Kappa> cohenKappa(std::span<const std::pair<Judgement, Judgement>> judgements)
{
    if (judgements.empty()) {
        return std::nullopt;
    }
    const Shares shares(judgements);
    if (shares.first.size() == 1 && shares.second.size() == 1 &&
        shares.first.begin()->first == shares.second.begin()->first) {
        return std::nullopt;
    }
    const auto equal = std::ranges::count_if(judgements, [](const auto &one) { return one.first == one.second; });
    Kappa kappa;
    kappa.n = std::ssize(judgements);
    kappa.observed = double(equal) / double(kappa.n);
    for (const auto &[value, share] : shares.first) {
        kappa.expected += share * Shares::of(shares.second, value);
    }
    kappa.value = (kappa.observed - kappa.expected) / (1 - kappa.expected);
    kappa.standardError = standardErrorOf(shares, kappa.value, kappa.expected);
    kappa.low = std::max(-1.0, kappa.value - kQuantile * kappa.standardError);
    kappa.high = std::min(1.0, kappa.value + kQuantile * kappa.standardError);
    return kappa;
}

double masiDistance(const Judgement &a, const Judgement &b)
{
    if (a == b) {
        return 0;
    }
    Judgement common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    if (common.empty()) {
        return 1;
    }
    const double jaccard = double(common.size()) / double(a.size() + b.size() - common.size());
    const bool holds = common.size() == std::min(a.size(), b.size());
    return 1 - jaccard * (holds ? 2.0 / 3 : 1.0 / 3);
}

std::optional<double> krippendorffAlpha(const JudgementTable &table)
{
    std::map<Judgement, double> counts;
    double n = 0;
    double observed = 0;
    for (const std::vector<Judgement> &unit : table.units) {
        const std::vector<const Judgement *> values = given(unit);
        if (values.size() < 2) {
            continue;
        }
        double apart = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            ++counts[*values[i]];
            for (std::size_t j = 0; j < i; ++j) {
                apart += 2 * masiDistance(*values[i], *values[j]);
            }
        }
        n += double(values.size());
        observed += apart / double(values.size() - 1);
    }
    double expected = 0;
    for (auto one = counts.begin(); one != counts.end(); ++one) {
        for (auto other = counts.begin(); other != one; ++other) {
            expected += 2 * one->second * other->second * masiDistance(one->first, other->first);
        }
    }
    if (expected <= 0) {
        return std::nullopt;
    }
    return 1 - (n - 1) * observed / expected;
}

const char *agreementBand(double value) noexcept
{
    struct Band {
        double above;
        const char *name;
    };
    static constexpr std::array kBands{Band{0.8, QT_TRANSLATE_NOOP("Agreement", "almost perfect")},
                                       Band{0.6, QT_TRANSLATE_NOOP("Agreement", "substantial")},
                                       Band{0.4, QT_TRANSLATE_NOOP("Agreement", "moderate")},
                                       Band{0.2, QT_TRANSLATE_NOOP("Agreement", "fair")}};
    constexpr double kRounding = 1e-9;  // 0.4 that was computed is 0.4
    for (const Band &band : kBands) {
        if (value > band.above + kRounding) {
            return band.name;
        }
    }
    return value < -kRounding ? QT_TRANSLATE_NOOP("Agreement", "poor") : QT_TRANSLATE_NOOP("Agreement", "slight");
}

Agreement agreementOf(const JudgementTable &table)
{
    Agreement agreement;
    std::map<std::pair<int, int>, std::int64_t> counts;
    std::int64_t equal = 0;
    std::int64_t all = 0;
    for (std::size_t u = 0; u < table.units.size(); ++u) {
        const std::vector<const Judgement *> values = given(table.units[u]);
        bool apart = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool same = *values[i] == *values[j];
                apart = apart || !same;
                equal += same ? 1 : 0;
                ++all;
                countConfusions(*values[j], *values[i], counts);
            }
        }
        agreement.units += values.size() > 1 ? 1 : 0;
        if (apart) {
            agreement.disagreed.push_back(u);
        }
    }
    if (all > 0) {
        agreement.agreed = double(equal) / double(all);
    }
    agreement.alpha = krippendorffAlpha(table);
    agreement.confused = sortedConfusions(counts);
    for (std::size_t first = 0; first < table.people; ++first) {
        for (std::size_t second = first + 1; second < table.people; ++second) {
            const auto both = judgedByBoth(table, first, second);
            if (!both.empty()) {
                const auto same = std::ranges::count_if(both, [](const auto &one) { return one.first == one.second; });
                agreement.pairs.push_back(
                    {first, second, std::ssize(both), double(same) / double(both.size()), cohenKappa(both)});
            }
        }
    }
    std::ranges::stable_sort(agreement.pairs, std::ranges::greater(), &PairAgreement::both);
    return agreement;
}

}  // namespace atlas
