#include "engine/training/batching.h"

#include <algorithm>
#include <numeric>

namespace atlas::engine {
namespace {

constexpr std::int64_t kCacheFloats = std::int64_t{1} << 20;

}  // namespace

std::vector<std::int64_t> allPlaces(std::int64_t n)
{
    std::vector<std::int64_t> places(static_cast<std::size_t>(n));
    std::iota(places.begin(), places.end(), std::int64_t{0});
    return places;
}

std::vector<MicroBatch> makeMicroBatches(const PreparedSplit &split, const std::vector<std::int64_t> &samples,
                                         const BatchLimits &limits)
{
    // Longest first: the longest decides the padding of its group. Stable, so that ties keep the given order.
    std::vector<std::int64_t> sorted = samples;
    std::ranges::stable_sort(sorted,
                             [&split](std::int64_t a, std::int64_t b) { return split.tokens(a) > split.tokens(b); });
    std::vector<MicroBatch> batches;
    std::int64_t inputs = 0;
    std::int64_t room = 0;
    for (const std::int64_t sample : sorted) {
        if (batches.empty() || inputs + split.inputs(sample) > room) {
            const std::int64_t tokens = std::max(1, split.tokens(sample));
            room = std::max<std::int64_t>(1, kCacheFloats / (tokens * limits.width));
            if (limits.maxInputs > 0) {
                room = std::min(room, limits.maxInputs);
            }
            inputs = 0;
            batches.emplace_back();
        }
        batches.back().push_back(sample);
        inputs += split.inputs(sample);
    }
    return batches;
}

std::vector<std::vector<std::int64_t>> makeBatches(const std::vector<std::int64_t> &order, std::int64_t batch)
{
    std::vector<std::vector<std::int64_t>> batches;
    for (auto begin = order.begin(); begin != order.end();) {
        const auto left = order.end() - begin;
        const auto count = left < batch + (batch + 1) / 2 ? left : batch;
        batches.emplace_back(begin, begin + count);
        begin += count;
    }
    return batches;
}

}  // namespace atlas::engine
