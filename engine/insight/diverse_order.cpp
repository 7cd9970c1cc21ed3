#include "engine/insight/diverse_order.h"

#include "engine/training/decision/frozen_rows.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <limits>

namespace atlas::engine {
namespace {

constexpr std::int64_t kMostLabelled = 20000;
constexpr std::int64_t kCandidates = 256;
constexpr std::int64_t kPicked = 32;  ///< samples between two looks at the observer

/// Of each candidate the cosine to the nearest labelled sample.  Shapes: -> (candidates)
at::Tensor nearestLabelled(const at::Tensor &candidates, const at::Tensor &labelled, const Step &step)
{
    at::Tensor nearest = torch::full({candidates.size(0)}, -std::numeric_limits<float>::infinity());
    for (std::int64_t begin = 0; begin < candidates.size(0); begin += kCandidates) {
        step(0.5 * static_cast<double>(begin) / static_cast<double>(candidates.size(0)));
        const std::int64_t count = std::min(kCandidates, candidates.size(0) - begin);
        nearest.narrow(0, begin, count).copy_(candidates.narrow(0, begin, count).matmul(labelled.t()).amax(1));
    }
    return nearest;
}

}  // namespace

std::vector<std::int64_t> diverseOrder(const at::Tensor &unit, const std::vector<std::int64_t> &labelled,
                                       const std::vector<std::int64_t> &unlabelled, const Step &step,
                                       std::int64_t limit)
{
    if (unlabelled.empty()) {
        return {};
    }
    const torch::NoGradGuard frozen;
    const at::Tensor candidates = unit.index_select(0, torch::tensor(unlabelled, torch::kLong));
    at::Tensor nearest;
    if (labelled.empty()) {
        // Minus the cosine to the mean, so that the nearest to it is the "furthest".
        nearest = -candidates.matmul(unit.mean(0));
    } else {
        std::vector<std::int64_t> counted;
        for (const std::int64_t i : spreadPlaces(static_cast<std::int64_t>(labelled.size()), kMostLabelled)) {
            counted.push_back(labelled[static_cast<std::size_t>(i)]);
        }
        nearest = nearestLabelled(candidates, unit.index_select(0, torch::tensor(counted, torch::kLong)), step);
    }
    const std::int64_t chosen = std::min<std::int64_t>(limit, candidates.size(0));
    std::vector<bool> taken(unlabelled.size());
    std::vector<std::int64_t> order;
    for (std::int64_t i = 0; i < chosen; ++i) {
        if (i % kPicked == 0) {
            step(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(chosen));
        }
        const auto *begin = nearest.data_ptr<float>();
        const auto next = std::min_element(begin, begin + nearest.numel()) - begin;
        taken[static_cast<std::size_t>(next)] = true;
        order.push_back(unlabelled[static_cast<std::size_t>(next)]);
        const at::Tensor cosines = candidates.mv(candidates[next]);
        nearest = i == 0 && labelled.empty() ? cosines : torch::maximum(nearest, cosines);
        // What is chosen is never chosen again, nor is it any nearer to what follows.
        nearest[next] = std::numeric_limits<float>::infinity();
    }
    for (std::size_t i = 0; i < unlabelled.size(); ++i) {
        if (!taken[i]) {
            order.push_back(unlabelled[i]);
        }
    }
    return order;
}

}  // namespace atlas::engine
