#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace atlas::engine {

/// A seed for one use of randomness, made from the run's seed and the use's name parts ("task", "stage2", "3").
/// Hashed, so that a use never depends on how many numbers others drew before it: a resumed run and a longer sequence
/// see the same draws.
std::uint64_t deriveSeed(std::uint64_t runSeed, std::initializer_list<std::string> parts);

/// 0..n-1 in an order that depends on the seed alone (Fisher-Yates over a 64-bit Mersenne twister, same everywhere).
std::vector<std::int64_t> shuffled(std::int64_t n, std::uint64_t seed);

}  // namespace atlas::engine
