#pragma once

#include <ATen/core/Tensor.h>

namespace atlas::engine {

/// The narrow products of the low-rank gate on tensors: row_kernels.h on the CPU, matrix products elsewhere.
/// Shapes throughout: h, G (B, L, d); z, V, a (B, L, T r); scores and attention c (B, L, T, H) in the exact type; pairs
/// (x_h, x_z) are (B or 1, T, H, d / H) and (B or 1, T, H, r) in the exact type.
struct HeadPair {
    at::Tensor h;
    at::Tensor z;
};

/// scores[b,l,t,n] = h[b,l,n] . x_h[t,n] + z[b,l,t] . x_z[t,n]
at::Tensor contractHeads(const at::Tensor &h, const at::Tensor &z, const HeadPair &x);

/// sum over l of c[b,l,t,n] h[b,l,n], and of c[b,l,t,n] z[b,l,t]
HeadPair gatherHeads(const at::Tensor &c, const at::Tensor &h, const at::Tensor &z);

struct GradientSums {
    at::Tensor columns;       ///< sum_l G, (B, d)
    at::Tensor product;       ///< sum_l G . h, (B)
    at::Tensor codeProducts;  ///< sum_l V_t . z_t, (B, T)
};

GradientSums sumGradients(const at::Tensor &g, const at::Tensor &h, const at::Tensor &v, const at::Tensor &z,
                          std::int64_t tasks);

/// What the gradients of h and a are spread from.
struct SpreadInput {
    at::Tensor attention;      ///< p, (B, L, T, H)
    HeadPair pooled;           ///< ds and U^T ds, (B, T, H, .)
    at::Tensor scoreGradient;  ///< de, (B, L, T, H)
    HeadPair query;            ///< q / divisor and U^T q / divisor, (1, T, H, .)
    at::Tensor weights;        ///< w as used, (B, T)
    at::Tensor g;              ///< G
    at::Tensor v;              ///< V = G U
    at::Tensor activation;     ///< a
    at::Tensor sigmoid;        ///< sigmoid(a)
};

/// dh = (sum_t w_t) G + sum_t p ds + de q (without the bottlenecks' part), or undefined when it is not wanted;
/// da = (w_t V_t + sum_n p U^T ds + de U^T q) silu'(a).
struct SpreadGradient {
    at::Tensor h;
    at::Tensor activation;
};

SpreadGradient spreadHeads(const SpreadInput &input, bool wantH);

}  // namespace atlas::engine
