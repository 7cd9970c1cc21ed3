#include "engine/learning/head_products_matrix.h"

#include <torch/types.h>

namespace atlas::engine::matrix {

namespace {

// The matrix forms below serve accelerators and rows wider than the kernels take. Heads stand on a block diagonal,
// which multiplies by zeros but needs no copy of h or z in another order.

/// (B, T, H, E) -> (B, T H, H E) with head n of row (t, n) in its own columns
at::Tensor headBlocks(const at::Tensor &x)
{
    const std::int64_t heads = x.size(2);
    const at::Tensor eye = torch::eye(heads, x.options()).view({1, 1, heads, heads, 1});
    return (x.unsqueeze(3) * eye).reshape({x.size(0), x.size(1) * heads, heads * x.size(3)});
}

/// (B, T, H, r) -> (B, T H, T r) with task t of row (t, n) in its own columns
at::Tensor taskBlocks(const at::Tensor &x)
{
    const std::int64_t tasks = x.size(1);
    const at::Tensor eye = torch::eye(tasks, x.options()).view({1, tasks, 1, tasks, 1});
    return (x.unsqueeze(3) * eye).reshape({x.size(0), tasks * x.size(2), tasks * x.size(3)});
}

at::Tensor spread(const at::Tensor &attention, const at::Tensor &pooled, const at::Tensor &scoreGradient,
                  const at::Tensor &query, at::ScalarType type)
{
    return torch::matmul(attention.flatten(2).to(type), pooled.to(type)) +
           torch::matmul(scoreGradient.flatten(2).to(type), query.to(type));
}

}  // namespace

at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x)
{
    const at::Tensor scores = torch::matmul(h, headBlocks(x.h).to(h.scalar_type()).transpose(1, 2)) +
                              torch::matmul(z, taskBlocks(x.z).to(z.scalar_type()).transpose(1, 2));
    return scores.to(x.h.scalar_type()).view({h.size(0), h.size(1), x.h.size(1), x.h.size(2)});
}

HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z)
{
    const std::int64_t batch = c.size(0), tasks = c.size(2), heads = c.size(3);
    const at::Tensor rows = c.flatten(2).to(h.scalar_type()).transpose(1, 2);
    const at::Tensor fromH = torch::bmm(rows, h).view({batch, tasks, heads, heads, -1});
    const at::Tensor fromZ = torch::bmm(rows, z).view({batch, tasks, heads, tasks, -1});
    return {fromH.diagonal(0, 2, 3).permute({0, 1, 3, 2}).to(c.scalar_type()).contiguous(),
            fromZ.diagonal(0, 1, 3).permute({0, 3, 1, 2}).to(c.scalar_type()).contiguous()};
}

GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks)
{
    const auto exact = g.scalar_type() == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32;
    const at::Tensor codes = (v.to(exact) * z.to(exact)).view({z.size(0), z.size(1), tasks, -1});
    return {g.sum(1, false, exact), (g.to(exact) * h.to(exact)).sum({1, 2}), codes.sum({1, 3})};
}

SpreadGradient spreadHeads(const SpreadInput &input, bool wantH)
{
    const auto type = input.g.scalar_type();
    const std::int64_t batch = input.g.size(0), length = input.g.size(1), tasks = input.attention.size(2);
    SpreadGradient result;
    if (wantH) {
        result.h =
            spread(input.attention, headBlocks(input.pooled.h), input.scoreGradient, headBlocks(input.query.h), type)
                .addcmul_(input.g, input.weights.sum(1).to(type).view({batch, 1, 1}));
    }
    const at::Tensor dz =
        spread(input.attention, taskBlocks(input.pooled.z), input.scoreGradient, taskBlocks(input.query.z), type)
            .view({batch, length, tasks, -1})
            .addcmul_(input.v.view({batch, length, tasks, -1}), input.weights.to(type).view({batch, 1, tasks, 1}))
            .view({batch, length, -1});
    result.activation = dz * (input.sigmoid * (1 + input.activation * (1 - input.sigmoid)));
    return result;
}

}  // namespace atlas::engine::matrix
