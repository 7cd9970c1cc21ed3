#pragma once

#include "core/sample.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::storage {

/// What splitting looks at in a sample.
struct SplitItem {
    Split split = Split::Unassigned;  ///< as the data has it
    int stratum = 0;                  ///< samples of one stratum are spread over the splits in proportion
    std::vector<std::string> bonds;   ///< items that share one stay together: group, picture, text
};

struct SplitShares {
    double validation = 0.15;  ///< of train, where the data has no validation split
    double test = 0.15;        ///< of all, where the data has no test split
    std::uint64_t seed = 1;
};

/// A split (never Unassigned) for every item. Splits that the data has stay as they are; missing ones are drawn from
/// unassigned items, or from train where there are none. Unassigned items bonded to ones of a split follow them.
/// The same input gives the same result on every machine. A split may be left empty only where too few groups exist.
std::vector<Split> assignSplits(const std::vector<SplitItem> &items, const SplitShares &shares);

/// The same for a set that grew: items that are `known` have their split already and keep it. A new one that is bonded
/// to a known one follows it whatever its own split says, to test before validation before train, so that nothing of
/// what is tested is ever trained on. Other new ones keep the split they have; of unassigned ones the shares are drawn
/// for test and validation, unless some of the new ones bring such a split with them.
std::vector<Split> extendSplits(const std::vector<SplitItem> &items, const std::vector<bool> &known,
                                const SplitShares &shares);

/// `count` of the items (all, when there are fewer), each stratum in proportion and, if there is room, at least one of
/// each. Ascending positions.
std::vector<std::size_t> drawStratified(const std::vector<int> &strata, std::size_t count, std::uint64_t seed);

/// About `count` of the items, each stratum in proportion and, if there is room, at least one of each; items that must
/// stay together come whole or not at all, so that it may be a few more or fewer. Ascending positions.
std::vector<std::size_t> drawGroups(const std::vector<SplitItem> &items, std::size_t count, std::uint64_t seed);

}  // namespace atlas::storage
