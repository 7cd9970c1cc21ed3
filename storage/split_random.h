#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace atlas::storage {

/// Shuffles with the same result on every machine (std::shuffle leaves the algorithm to the library).
template <typename Value>
void shuffleBySeed(std::vector<Value> &values, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    for (std::size_t left = values.size(); left > 1; --left) {
        // The remainder's bias is under 1e-12 for any list that fits in memory.
        std::swap(values[left - 1], values[random() % left]);
    }
}

}  // namespace atlas::storage
