#include "engine/learning/class_weights.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas::engine {

std::vector<double> classCounts(const std::vector<std::vector<double>> &truth)
{
    std::vector<double> counts(truth.empty() ? 0 : truth.front().size(), 0.0);
    for (const std::vector<double> &row : truth) {
        std::ranges::transform(row, counts, counts.begin(), std::plus<>());
    }
    return counts;
}

Imbalance imbalanceOf(const std::vector<double> &counts)
{
    Imbalance found;
    bool any = false;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0) {
            continue;
        }
        found.largest = !any || counts[i] > counts[found.largest] ? i : found.largest;
        found.smallest = !any || counts[i] < counts[found.smallest] ? i : found.smallest;
        any = true;
    }
    found.ratio = any ? counts[found.largest] / counts[found.smallest] : 1;
    return found;
}

at::Tensor classBalancedWeights(const std::vector<double> &counts, double beta)
{
    std::vector<double> weights(counts.size(), 1.0);
    double weighted = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            weights[i] = (1 - beta) / (1 - std::pow(beta, counts[i]));
            weighted += counts[i] * weights[i];
        }
    }
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        weights[i] *= counts[i] > 0 ? all / weighted : 1;
    }
    return torch::tensor(weights, torch::kFloat);
}

}  // namespace atlas::engine
