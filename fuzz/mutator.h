#pragma once

#include <random>
#include <span>
#include <string>

namespace atlas::fuzz {

/// Breaks inputs at random, the same way for the same seed: flipped bits, cut, doubled and exchanged pieces, pieces of
/// another seed, numbers and words that programs trip over.
class Mutator {
public:
    static constexpr std::size_t kMostBytes = 64 * 1024;

    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    /// Requires: seeds.
    std::string next(std::span<const std::string> seeds);

private:
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }
    void mutate(std::string &input, std::span<const std::string> seeds);
    void putNumber(std::string &input);
    void putWord(std::string &input);
    void splice(std::string &input, const std::string &other);

    std::mt19937_64 m_random;
};

}  // namespace atlas::fuzz
