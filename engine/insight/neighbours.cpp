#include "engine/insight/neighbours.h"

#include "engine/training/decision/frozen_rows.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <limits>

namespace atlas::engine {
namespace {

constexpr std::int64_t kMostSearched = 20000;
constexpr std::int64_t kCompared = 256;  ///< rows compared at a time: at most 20 MB of products

}  // namespace

Neighbours nearestOf(const at::Tensor &unit, std::int64_t k, const Step &step)
{
    const torch::NoGradGuard frozen;
    const std::int64_t n = unit.size(0);
    const at::Tensor searched = torch::tensor(spreadPlaces(n, kMostSearched), torch::kLong);
    const at::Tensor columns = n > kMostSearched ? unit.index_select(0, searched) : unit;
    k = std::max<std::int64_t>(0, std::min(k, columns.size(0) - 1));
    Neighbours found{.places = torch::zeros({n, k}, torch::kLong), .distances = torch::zeros({n, k})};
    if (k == 0) {
        return found;
    }
    std::vector<std::int64_t> columnOf(static_cast<std::size_t>(n), -1);
    for (std::int64_t column = 0; column < searched.numel(); ++column) {
        columnOf[static_cast<std::size_t>(searched.data_ptr<std::int64_t>()[column])] = column;
    }
    for (std::int64_t begin = 0; begin < n; begin += kCompared) {
        step(static_cast<double>(begin) / static_cast<double>(n));
        const std::int64_t count = std::min(kCompared, n - begin);
        at::Tensor cosines = unit.narrow(0, begin, count).matmul(columns.t()).contiguous();
        for (std::int64_t i = 0; i < count; ++i) {
            if (const std::int64_t self = columnOf[static_cast<std::size_t>(begin + i)]; self >= 0) {
                cosines.data_ptr<float>()[i * cosines.size(1) + self] = -std::numeric_limits<float>::infinity();
            }
        }
        const auto [best, at] = cosines.topk(k, 1);
        found.distances.narrow(0, begin, count).copy_((1 - best).clamp_min_(0));
        found.places.narrow(0, begin, count).copy_(searched.index_select(0, at.flatten()).view_as(at));
    }
    return found;
}

}  // namespace atlas::engine
