#include "engine/insight/outliers.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

constexpr double kLonely = 3.5;
constexpr double kDeviationByMad = 1.4826;  ///< standard deviation by median absolute deviation
constexpr double kLeastSpread = 0.05;
constexpr double kCopyDistance = 1e-6;  ///< of copies: what rounding leaves

double middleOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

}  // namespace

std::vector<Outlyingness> outliersAmong(const at::Tensor &distances)
{
    std::vector<Outlyingness> result(static_cast<std::size_t>(distances.size(0)));
    if (distances.numel() == 0) {
        return result;
    }
    const at::Tensor means = distances.to(torch::kDouble).mean(1).clamp_min(kCopyDistance).contiguous();
    const std::vector<double> own(means.data_ptr<double>(), means.data_ptr<double>() + means.numel());
    const double typical = middleOf(own);
    std::vector<double> above;
    for (const double mean : own) {
        if (mean > typical) {
            above.push_back(std::log(mean / typical));
        }
    }
    const double spread = above.empty() ? 0 : kDeviationByMad * middleOf(std::move(above));
    const double limit = kLonely * std::max(kLeastSpread, spread);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const double ratio = own[i] / typical;
        result[i] = {.ratio = ratio, .lonely = std::log(ratio) > limit};
    }
    return result;
}

}  // namespace atlas::engine
