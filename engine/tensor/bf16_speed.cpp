#include "engine/tensor/bf16_speed.h"

#include "engine/tensor/runtime.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace atlas::engine {
namespace {

constexpr int kRepetitions = 5;
constexpr double kClearlyFaster = 0.8;  ///< of the time of fp32; nearer is left to fp32, which is exact

double secondsOf(const at::Tensor &rows, const at::Tensor &weight)
{
    const auto start = std::chrono::steady_clock::now();
    at::mm(rows, weight.t());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool measure()
{
    const at::NoGradGuard frozen;
    const at::Tensor rows = at::ones({512, 768}), weight = at::ones({768, 768});
    const at::Tensor halfRows = rows.to(at::kBFloat16), halfWeight = weight.to(at::kBFloat16);
    double exact = std::numeric_limits<double>::infinity(), half = exact;
    for (int i = 0; i < kRepetitions; ++i) {  // in turns, so that other programs disturb both; the best of each counts
        exact = std::min(exact, secondsOf(rows, weight));
        half = std::min(half, secondsOf(halfRows, halfWeight));
    }
    return half < kClearlyFaster * exact;
}

}  // namespace

bool bf16IsFaster()
{
    static const bool faster = nativeBf16() && measure();
    return faster;
}

}  // namespace atlas::engine
