#include "widgets/charts/label_spread.h"

#include <algorithm>
#include <numeric>

namespace atlas::widgets {

namespace {

/// Labels that touch and move as one; `offset` of each from the block's centre is given by its place.
struct Block {
    double sum = 0;  ///< of (wanted - place in block * gap)
    int count = 0;
    double start(double gap, double low, double high) const
    {
        const double room = high - (count - 1) * gap;
        return std::max(low, std::min(sum / count, room));
    }
};

}  // namespace

std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap, double low, double high)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

    // Least squares with minimal distances: merge neighbours that overlap until none do (pool adjacent violators).
    std::vector<Block> blocks;
    for (const std::size_t index : order) {
        blocks.push_back({.sum = wanted[index], .count = 1});
        while (blocks.size() > 1) {
            Block &last = blocks.back();
            Block &before = blocks[blocks.size() - 2];
            if (last.start(gap, low, high) >= before.start(gap, low, high) + before.count * gap) {
                break;
            }
            before.sum += last.sum - last.count * before.count * gap;
            before.count += last.count;
            blocks.pop_back();
        }
    }

    std::vector<double> placed(wanted.size());
    std::size_t next = 0;
    for (const Block &block : blocks) {
        const double start = block.start(gap, low, high);
        for (int i = 0; i < block.count; ++i) {
            placed[order[next++]] = start + i * gap;
        }
    }
    return placed;
}

}  // namespace atlas::widgets
