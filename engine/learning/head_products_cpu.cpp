#include "engine/learning/head_products_cpu.h"

#include "engine/learning/row_kernels.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine::cpu {

namespace {

constexpr std::int64_t kRowsPerPiece = 24;

/// Calls work(stored, exact) with null pointers of the types that hold elements of `type` and their sums.
template <typename Work>
auto withTypes(at::ScalarType type, Work work)
{
    switch (type) {
    case torch::kFloat64: return work(static_cast<double *>(nullptr), static_cast<double *>(nullptr));
    case torch::kBFloat16: return work(static_cast<Bf16 *>(nullptr), static_cast<float *>(nullptr));
    default: return work(static_cast<float *>(nullptr), static_cast<float *>(nullptr));
    }
}

template <typename Element>
Element *data(const at::Tensor &tensor)
{
    return static_cast<Element *>(tensor.data_ptr());
}

RowShape shapeOf(std::int64_t width, std::int64_t codes, std::int64_t tasks, std::int64_t heads)
{
    return {tasks, heads, width / heads, codes / tasks};
}

std::int64_t strideOf(const at::Tensor &x)
{
    return x.size(0) == 1 ? 0 : x.stride(0);
}

/// work(sample, first row, rows) over pieces of every sample, in parallel.
template <typename Work>
void overRows(std::int64_t batch, std::int64_t length, Work work)
{
    const std::int64_t pieces = (length + kRowsPerPiece - 1) / kRowsPerPiece;
    at::parallel_for(0, batch * pieces, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t piece = begin; piece < end; ++piece) {
            const std::int64_t first = (piece % pieces) * kRowsPerPiece;
            work(piece / pieces, first, std::min(kRowsPerPiece, length - first));
        }
    });
}

/// work(sample) over samples, in parallel.
template <typename Work>
void overSamples(std::int64_t batch, Work work)
{
    at::parallel_for(0, batch, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t sample = begin; sample < end; ++sample) {
            work(sample);
        }
    });
}

}  // namespace

bool fits(const at::Tensor &h, const at::Tensor &z)
{
    const auto type = h.scalar_type();
    return h.is_cpu() && h.size(2) <= kMaxRowKernelWidth && z.size(2) <= kMaxRowKernelWidth &&
           (type == torch::kFloat32 || type == torch::kBFloat16 || type == torch::kFloat64);
}

at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x)
{
    const std::int64_t batch = h.size(0), length = h.size(1), tasks = x.h.size(1), heads = x.h.size(2);
    const RowShape shape = shapeOf(h.size(2), z.size(2), tasks, heads);
    const at::Tensor scores = torch::empty({batch, length, tasks, heads}, x.h.options());
    withTypes(h.scalar_type(), [&](auto *stored, auto *exact) {
        using Stored = std::remove_pointer_t<decltype(stored)>;
        using Exact = std::remove_pointer_t<decltype(exact)>;
        overRows(batch, length, [&](std::int64_t sample, std::int64_t first, std::int64_t rows) {
            const std::int64_t row = sample * length + first;
            rowKernels<Stored, Exact>().contract(
                shape, rows, data<Stored>(h) + row * shape.width(), data<Stored>(z) + row * shape.codes(),
                data<Exact>(x.h) + sample * strideOf(x.h), data<Exact>(x.z) + sample * strideOf(x.z),
                data<Exact>(scores) + row * shape.scores());
        });
    });
    return scores;
}

HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z)
{
    const std::int64_t batch = h.size(0), length = h.size(1), tasks = c.size(2), heads = c.size(3);
    const RowShape shape = shapeOf(h.size(2), z.size(2), tasks, heads);
    const HeadPair sum{torch::empty({batch, tasks, heads, shape.headWidth}, c.options()),
                       torch::empty({batch, tasks, heads, shape.bottleneck}, c.options())};
    withTypes(h.scalar_type(), [&](auto *stored, auto *exact) {
        using Stored = std::remove_pointer_t<decltype(stored)>;
        using Exact = std::remove_pointer_t<decltype(exact)>;
        overSamples(batch, [&](std::int64_t sample) {
            const std::int64_t row = sample * length;
            rowKernels<Stored, Exact>().gather(
                shape, length, data<Exact>(c) + sample * c.stride(0), data<Stored>(h) + row * shape.width(),
                data<Stored>(z) + row * shape.codes(), data<Exact>(sum.h) + sample * sum.h.stride(0),
                data<Exact>(sum.z) + sample * sum.z.stride(0));
        });
    });
    return sum;
}

GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks)
{
    const std::int64_t batch = h.size(0), length = h.size(1);
    const RowShape shape = shapeOf(h.size(2), z.size(2), tasks, 1);
    const auto options = h.options().dtype(h.scalar_type() == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32);
    const GradientSums result{torch::empty({batch, h.size(2)}, options), torch::empty({batch}, options),
                              torch::empty({batch, tasks}, options)};
    withTypes(h.scalar_type(), [&](auto *stored, auto *exact) {
        using Stored = std::remove_pointer_t<decltype(stored)>;
        using Exact = std::remove_pointer_t<decltype(exact)>;
        overSamples(batch, [&](std::int64_t sample) {
            const std::int64_t row = sample * length;
            rowKernels<Stored, Exact>().sums(
                shape, length, data<Stored>(g) + row * shape.width(), data<Stored>(h) + row * shape.width(),
                data<Stored>(v) + row * shape.codes(), data<Stored>(z) + row * shape.codes(),
                data<Exact>(result.columns) + sample * shape.width(), data<Exact>(result.product) + sample,
                data<Exact>(result.codeProducts) + sample * tasks);
        });
    });
    return result;
}

SpreadGradient spreadHeads(const SpreadInput &input, bool wantH)
{
    const std::int64_t batch = input.g.size(0), length = input.g.size(1);
    const std::int64_t tasks = input.attention.size(2), heads = input.attention.size(3);
    const RowShape shape = shapeOf(input.g.size(2), input.v.size(2), tasks, heads);
    SpreadGradient result;
    result.h = wantH ? torch::empty_like(input.g) : at::Tensor();
    result.activation = torch::empty_like(input.v);
    const at::Tensor weightSums = input.weights.sum(1);
    withTypes(input.g.scalar_type(), [&](auto *stored, auto *exact) {
        using Stored = std::remove_pointer_t<decltype(stored)>;
        using Exact = std::remove_pointer_t<decltype(exact)>;
        overRows(batch, length, [&](std::int64_t sample, std::int64_t first, std::int64_t rows) {
            const std::int64_t row = sample * length + first;
            RowGradient<Stored, Exact> gradient;
            gradient.attention =
                data<Exact>(input.attention) + sample * input.attention.stride(0) + first * shape.scores();
            gradient.scoreGradient =
                data<Exact>(input.scoreGradient) + sample * input.scoreGradient.stride(0) + first * shape.scores();
            gradient.pooledH = data<Exact>(input.pooled.h) + sample * strideOf(input.pooled.h);
            gradient.pooledZ = data<Exact>(input.pooled.z) + sample * strideOf(input.pooled.z);
            gradient.queryH = data<Exact>(input.query.h) + sample * strideOf(input.query.h);
            gradient.queryZ = data<Exact>(input.query.z) + sample * strideOf(input.query.z);
            gradient.weights = data<Exact>(input.weights) + sample * tasks;
            gradient.weightSum = data<Exact>(weightSums)[sample];
            gradient.outputGradient = data<Stored>(input.g) + row * shape.width();
            gradient.codeGradient = data<Stored>(input.v) + row * shape.codes();
            gradient.activation = data<Stored>(input.activation) + row * shape.codes();
            gradient.sigmoid = data<Stored>(input.sigmoid) + row * shape.codes();
            gradient.hGradient = wantH ? data<Stored>(result.h) + row * shape.width() : nullptr;
            gradient.activationGradient = data<Stored>(result.activation) + row * shape.codes();
            rowKernels<Stored, Exact>().spread(shape, rows, gradient);
        });
    });
    return result;
}

}  // namespace atlas::engine::cpu
