#pragma once

#include <cstdint>

namespace atlas::engine {

/// The sizes of one site: T tasks, H heads of width E (d = H E), bottleneck r.
struct RowShape {
    std::int64_t tasks = 0;
    std::int64_t heads = 0;
    std::int64_t headWidth = 0;
    std::int64_t bottleneck = 0;

    std::int64_t width() const { return heads * headWidth; }
    std::int64_t codes() const { return tasks * bottleneck; }
    std::int64_t scores() const { return tasks * heads; }
};

/// The kernels keep rows on the stack: wider ones (d or T r) are not for them.
inline constexpr std::int64_t kMaxRowKernelWidth = 4096;

/// bfloat16 as it lies in memory.
struct Bf16 {
    std::uint16_t bits;
};

/// What the backward pass over rows reads and writes. Row-wise: h-like (rows, d), z-like (rows, T r), c-like (rows, T
/// H).
template <typename Stored, typename Exact>
struct RowGradient {
    const Exact *attention;      ///< p, c-like
    const Exact *pooledH;        ///< ds, (T, H, E)
    const Exact *pooledZ;        ///< U^T ds, (T, H, r)
    const Exact *scoreGradient;  ///< de, c-like
    const Exact *queryH;         ///< q / divisor, (T, H, E)
    const Exact *queryZ;         ///< U^T q / divisor, (T, H, r)
    const Exact *weights;        ///< w as used, (T)
    Exact weightSum;
    const Stored *outputGradient;  ///< G, h-like
    const Stored *codeGradient;    ///< V = G U, z-like
    const Stored *activation;      ///< a = D h + d, z-like
    const Stored *sigmoid;         ///< sigmoid(a), z-like
    Stored *hGradient;             ///< h-like, or null
    Stored *activationGradient;    ///< z-like, or null
};

/// The narrow products of the gate over the rows (tokens) of one sample. Each reads a row once, in its stored type, and
/// computes in the exact one; matrix libraries are slow at them, because T is small and heads are strided.
template <typename Stored, typename Exact>
struct RowKernels {
    /// scores[l,t,n] = h[l,n] . xh[t,n] + z[l,t] . xz[t,n]
    void (*contract)(const RowShape &shape, std::int64_t rows, const Stored *h, const Stored *z, const Exact *xh,
                     const Exact *xz, Exact *scores);
    /// gh[t,n] = sum_l c[l,t,n] h[l,n];  gz[t,n] = sum_l c[l,t,n] z[l,t]
    void (*gather)(const RowShape &shape, std::int64_t rows, const Exact *c, const Stored *h, const Stored *z,
                   Exact *gh, Exact *gz);
    /// columns[i] = sum_l G[l,i];  product = sum_l G[l] . h[l];  codeProducts[t] = sum_l V[l,t] . z[l,t]
    void (*sums)(const RowShape &shape, std::int64_t rows, const Stored *g, const Stored *h, const Stored *v,
                 const Stored *z, Exact *columns, Exact *product, Exact *codeProducts);
    /// dh[l,n] = W G[l,n] + sum_t p ds[t,n] + de qs[t,n];  dz[l,t] = w_t V[l,t] + sum_n p Uds[t,n] + de u[t,n];
    /// da = dz silu'(a)
    void (*spread)(const RowShape &shape, std::int64_t rows, const RowGradient<Stored, Exact> &gradient);
};

/// The fastest that this processor runs (AVX-512, AVX2 or plain); chosen once.
template <typename Stored, typename Exact>
const RowKernels<Stored, Exact> &rowKernels();

}  // namespace atlas::engine
