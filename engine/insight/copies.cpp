#include "engine/insight/copies.h"

#include <torch/types.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace atlas::engine {
namespace {

constexpr double kRounding = 1e-4;
constexpr std::size_t kFollowing = 3;  ///< that follow in the order: another sample may lie between two copies
constexpr std::uint64_t kDirection = 20211;

/// Disjoint sets of places, each named by its first.
class Sets {
public:
    explicit Sets(std::size_t n) : m_above(n) { std::iota(m_above.begin(), m_above.end(), std::int64_t{0}); }

    std::int64_t first(std::int64_t place)
    {
        while (above(place) != place) {
            place = above(place) = above(above(place));
        }
        return place;
    }

    void join(std::int64_t a, std::int64_t b)
    {
        const auto [low, high] = std::minmax({first(a), first(b)});
        above(high) = low;
    }

private:
    std::int64_t &above(std::int64_t place) { return m_above[static_cast<std::size_t>(place)]; }

    std::vector<std::int64_t> m_above;
};

}  // namespace

std::vector<std::int64_t> copySets(const at::Tensor &rows, const std::vector<std::string> &groups)
{
    const auto n = static_cast<std::size_t>(rows.size(0));
    Sets sets(n);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(kDirection);
    const at::Tensor keys = rows.matmul(torch::randn({rows.size(1)}, generator)).contiguous();
    const at::Tensor lengths = rows.norm(2, {1}).contiguous();
    const float *key = keys.data_ptr<float>();
    const float *length = lengths.data_ptr<float>();
    std::vector<std::int64_t> order(n);
    std::iota(order.begin(), order.end(), std::int64_t{0});
    std::ranges::stable_sort(order, [&](std::int64_t a, std::int64_t b) { return key[a] < key[b]; });
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < std::min(n, i + 1 + kFollowing); ++j) {
            const std::int64_t a = order[i];
            const std::int64_t b = order[j];
            // A product of a difference with the direction has the difference's length for its deviation.
            const double slack = kRounding * length[a];
            if (key[b] - key[a] <= 8 * slack && (rows[a] - rows[b]).norm().item<double>() <= slack) {
                sets.join(a, b);
            }
        }
    }
    std::unordered_map<std::string, std::int64_t> firstOf;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i].empty()) {
            const auto place = static_cast<std::int64_t>(i);
            sets.join(firstOf.emplace(groups[i], place).first->second, place);
        }
    }
    std::vector<std::int64_t> result(n);
    for (std::size_t i = 0; i < n; ++i) {
        result[i] = sets.first(static_cast<std::int64_t>(i));
    }
    return result;
}

}  // namespace atlas::engine
