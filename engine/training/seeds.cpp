#include "engine/training/seeds.h"

#include "core/hash.h"

#include <numeric>
#include <random>
#include <utility>

namespace atlas::engine {

std::uint64_t deriveSeed(std::uint64_t runSeed, std::initializer_list<std::string> parts)
{
    Sha256 hash;
    hash.add(std::to_string(runSeed));
    for (const std::string &part : parts) {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.add("/" + std::to_string(part.size()) + ":" + part);
    }
    return std::stoull(hash.hex().substr(0, 16), nullptr, 16);
}

std::vector<std::int64_t> shuffled(std::int64_t n, std::uint64_t seed)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    // std::shuffle and the standard distributions differ between libraries; the engine itself does not.
    std::mt19937_64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
    return order;
}

}  // namespace atlas::engine
