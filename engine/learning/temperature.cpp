#include "engine/learning/temperature.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

namespace atlas::engine {
namespace {

constexpr double kLimit = 2.995732273553991;  ///< ln 20
constexpr int kGrid = 60;                     ///< steps on either side of T = 1
constexpr double kPrecision = 1e-6;           ///< of ln T

/// The minimum of a function with one valley between `low` and `high`.
template <typename Function>
double goldenSection(double low, double high, const Function &value)
{
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double atLeft = value(left);
    double atRight = value(right);
    while (high - low > kPrecision) {
        if (atLeft <= atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - golden * (high - low);
            atLeft = value(left);
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + golden * (high - low);
            atRight = value(right);
        }
    }
    return (low + high) / 2;
}

}  // namespace

double fitTemperature(const Loss &loss, const at::Tensor &logits, const at::Tensor &target)
{
    const auto n = static_cast<double>(logits.size(0));
    if (n == 0) {
        return 1;
    }
    const torch::NoGradGuard frozen;
    const at::Tensor scores = logits.to(torch::kCPU, torch::kDouble);
    const at::Tensor truth = target.to(torch::kCPU);
    const auto value = [&](double logarithm) {
        return n * loss.compute(scores / std::exp(logarithm), truth).item<double>() + logarithm * logarithm / 2;
    };
    const double untouched = value(0);
    if (!std::isfinite(untouched)) {
        return 1;
    }
    const double step = kLimit / kGrid;
    int best = 0;
    double least = untouched;
    for (int place = -kGrid; place <= kGrid; ++place) {
        const double here = place == 0 ? untouched : value(place * step);
        if (here < least) {
            best = place;
            least = here;
        }
    }
    const double found =
        goldenSection(std::max(-kLimit, (best - 1) * step), std::min(kLimit, (best + 1) * step), value);
    return value(found) < untouched ? std::exp(found) : 1;
}

}  // namespace atlas::engine
