#include "engine/insight/projection.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace atlas::engine {
namespace {

constexpr std::int64_t kDirections = 8;  ///< followed together: the two wanted ones settle the sooner
constexpr int kPowers = 12;
constexpr float kStartSpread = 5;  ///< standard deviation of the map that neighbours are then sorted on
constexpr int kPushes = 5;
constexpr float kLongestStep = 4;
constexpr double kUpdates = 40e6;  ///< of a neighbour: bounds the time of large datasets
constexpr int kFewestPasses = 50;
constexpr int kMostPasses = 400;

// Of q = 1 / (1 + a d^2b).
constexpr float kCurveA = 1.577F;
constexpr float kCurveB = 0.895F;

/// Uniform over 0 .. n - 1; a modulo suffices, n being small beside 2^32.
class Drawer {
public:
    explicit Drawer(std::uint64_t seed) : m_twister(static_cast<std::uint32_t>(seed ^ (seed >> 32))) {}

    std::int64_t place(std::int64_t n) { return static_cast<std::int64_t>(m_twister()) % n; }
    float unit() { return static_cast<float>(m_twister()) * 0x1p-32F; }

private:
    std::mt19937 m_twister;
};

/// Moves `a` along the difference to `b` by the given factor, no further than allowed in each direction.
void move(float *a, const float *b, float factor, float rate)
{
    for (int axis = 0; axis < 2; ++axis) {
        a[axis] += rate * std::clamp(factor * (a[axis] - b[axis]), -kLongestStep, kLongestStep);
    }
}

float squaredDistance(const float *a, const float *b)
{
    return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
}

void pull(float *a, float *b, float rate)
{
    const float d = squaredDistance(a, b);
    if (d > 0) {
        const float power = std::pow(d, kCurveB);
        const float factor = -2 * kCurveA * kCurveB * power / d / (1 + kCurveA * power);
        const std::array<float, 2> before{a[0], a[1]};
        move(a, b, factor, rate);
        move(b, before.data(), factor, rate);
    }
}

void push(float *a, const float *b, float rate)
{
    const float d = squaredDistance(a, b);
    move(a, b, 2 * kCurveB / ((0.001F + d) * (1 + kCurveA * std::pow(d, kCurveB))), rate);
}

}  // namespace

at::Tensor principalMap(const at::Tensor &rows, std::uint64_t seed)
{
    const torch::NoGradGuard frozen;
    at::Tensor map = torch::zeros({rows.size(0), 2});
    const std::int64_t count = std::min({kDirections, rows.size(0), rows.size(1)});
    if (count < 1) {
        return map;
    }
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    at::Tensor directions = torch::randn({rows.size(1), count}, generator);
    for (int i = 0; i < kPowers; ++i) {
        directions = std::get<0>(torch::linalg_qr(rows.t().matmul(rows.matmul(directions))));
    }
    const at::Tensor along = rows.matmul(directions);
    const auto [values, vectors] = torch::linalg_eigh(along.t().matmul(along));
    // Ascending: the last is the greatest.
    const std::int64_t kept = std::min<std::int64_t>(2, count);
    at::Tensor axes = directions.matmul(vectors.narrow(1, count - kept, kept).flip({1}));
    const at::Tensor largest = axes.gather(0, axes.abs().argmax(0, true));
    axes = axes * largest.sign();
    map.narrow(1, 0, kept).copy_(rows.matmul(axes));
    return map / map.select(1, 0).square().mean().sqrt().clamp_min(1e-12);
}

at::Tensor neighbourMap(const at::Tensor &start, const Neighbours &neighbours, std::uint64_t seed, const Step &step)
{
    const std::int64_t n = start.size(0);
    const std::int64_t k = neighbours.places.size(1);
    at::Tensor map = (start * kStartSpread).contiguous();
    if (k == 0) {
        return map;
    }
    // Among copies all distances are alike: then all neighbours pull alike.
    const at::Tensor beyond = neighbours.distances - neighbours.distances.narrow(1, 0, 1);
    const at::Tensor weights = (-beyond / beyond.mean(1, true).clamp_min(1e-6)).exp().contiguous();
    const float *weight = weights.data_ptr<float>();
    const at::Tensor places = neighbours.places.contiguous();
    const auto *to = places.data_ptr<std::int64_t>();
    float *at = map.data_ptr<float>();

    Drawer draw(seed);
    for (std::int64_t i = 0; i < 2 * n; ++i) {
        at[i] += 1e-3F * (draw.unit() - 0.5F);  // copies start at one place, and nothing would part them
    }
    const int passes = std::clamp(static_cast<int>(kUpdates / static_cast<double>(n * k)), kFewestPasses, kMostPasses);
    for (int pass = 0; pass < passes; ++pass) {
        const double done = static_cast<double>(pass) / passes;
        step(done);
        const auto rate = static_cast<float>(1 - done);
        for (std::int64_t i = 0; i < n; ++i) {
            for (std::int64_t j = i * k; j < (i + 1) * k; ++j) {
                if (draw.unit() >= weight[j]) {
                    continue;
                }
                pull(at + 2 * i, at + 2 * to[j], rate);
                for (int other = 0; other < kPushes; ++other) {
                    if (const std::int64_t far = draw.place(n); far != i) {
                        push(at + 2 * i, at + 2 * far, rate);
                    }
                }
            }
        }
    }
    return map - map.mean(0, true);
}

}  // namespace atlas::engine
