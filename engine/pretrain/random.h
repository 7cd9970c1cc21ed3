#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace atlas::engine {

/// Draws that depend on the seed alone, on every machine and library.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_twister(seed) {}

    double uniform() { return static_cast<double>(m_twister() >> 11) * 0x1.0p-53; }  ///< [0, 1)
    double between(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }

    /// 0..n-1.  Requires: n > 0.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(uniform() * static_cast<double>(n)); }

    template <typename T>
    const T &oneOf(const std::vector<T> &values)
    {
        return values[below(values.size())];
    }

private:
    std::mt19937_64 m_twister;
};

}  // namespace atlas::engine
