// Included by row_kernels_{plain,avx2,avx512}.cpp, each compiled for its processor, with ATLAS_KERNELS as the
// namespace. Nothing from outside may be instantiated here: the linker could then pick the AVX-512 copy for every
// caller.

#include "engine/learning/row_kernels.h"

// Vectors are handed between inlined functions of one file only, so no calling convention is at stake.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace atlas::engine::ATLAS_KERNELS {

constexpr int kVectorBytes = 64;
constexpr int kRowBlock = 4;

template <typename Exact>
struct Simd;
template <>
struct Simd<float> {
    typedef float Vector __attribute__((vector_size(kVectorBytes), aligned(4)));
};
template <>
struct Simd<double> {
    typedef double Vector __attribute__((vector_size(kVectorBytes), aligned(8)));
};

template <typename Exact>
inline constexpr std::int64_t kLanes = kVectorBytes / sizeof(Exact);

template <typename Exact>
inline typename Simd<Exact>::Vector load(const Exact *from)
{
    return *reinterpret_cast<const typename Simd<Exact>::Vector *>(from);
}

template <typename Exact>
inline void store(Exact *to, const typename Simd<Exact>::Vector &value)
{
    *reinterpret_cast<typename Simd<Exact>::Vector *>(to) = value;
}

/// The sum of all lanes, by halves: a loop over lanes would be most of a short dot product's time.
inline float sumOf(const Simd<float>::Vector &v)
{
    const auto eight = __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
                       __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15);
    const auto four =
        __builtin_shufflevector(eight, eight, 0, 1, 2, 3) + __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
    const auto two = __builtin_shufflevector(four, four, 0, 1) + __builtin_shufflevector(four, four, 2, 3);
    return two[0] + two[1];
}

inline double sumOf(const Simd<double>::Vector &v)
{
    const auto four = __builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7);
    const auto two = __builtin_shufflevector(four, four, 0, 1) + __builtin_shufflevector(four, four, 2, 3);
    return two[0] + two[1];
}

/// sum_j + rest_j += a_j[offset..] . b for a block of rows j, in one pass over b.
template <typename Exact>
inline void addDots(typename Simd<Exact>::Vector *sum, Exact *rest, const Exact *const *a, std::int64_t offset,
                    const Exact *b, std::int64_t n)
{
    std::int64_t i = 0;
    for (; i + kLanes<Exact> <= n; i += kLanes<Exact>) {
        const typename Simd<Exact>::Vector column = load(b + i);
        for (int j = 0; j < kRowBlock; ++j) {
            sum[j] += load(a[j] + offset + i) * column;
        }
    }
    for (; i < n; ++i) {
        for (int j = 0; j < kRowBlock; ++j) {
            rest[j] += a[j][offset + i] * b[i];
        }
    }
}

template <typename Exact>
inline Exact dot(const Exact *a, const Exact *b, std::int64_t n)
{
    typename Simd<Exact>::Vector sum = {};
    std::int64_t i = 0;
    for (; i + kLanes<Exact> <= n; i += kLanes<Exact>) {
        sum += load(a + i) * load(b + i);
    }
    Exact rest = 0;
    for (; i < n; ++i) {
        rest += a[i] * b[i];
    }
    return rest + sumOf(sum);
}

/// Rows in the exact type: as they lie, or converted into the buffer.
inline const float *exactRow(const float *row, float *, std::int64_t)
{
    return row;
}
inline const double *exactRow(const double *row, double *, std::int64_t)
{
    return row;
}
inline const float *exactRow(const Bf16 *row, float *buffer, std::int64_t n)
{
    for (std::int64_t i = 0; i < n; ++i) {
        const std::uint32_t bits = static_cast<std::uint32_t>(row[i].bits) << 16;
        __builtin_memcpy(buffer + i, &bits, sizeof bits);
    }
    return buffer;
}

inline void storeRow(const float *values, float *row, std::int64_t n)
{
    __builtin_memcpy(row, values, 4 * n);
}
inline void storeRow(const double *values, double *row, std::int64_t n)
{
    __builtin_memcpy(row, values, 8 * n);
}
inline void storeRow(const float *values, Bf16 *row, std::int64_t n)
{
    for (std::int64_t i = 0; i < n; ++i) {
        std::uint32_t bits;
        __builtin_memcpy(&bits, values + i, sizeof bits);
        // Round to nearest even; a NaN stays one because its upper mantissa bits survive or its quiet bit is set.
        const std::uint32_t rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16;
        const bool nan = (bits & 0x7fffffffU) > 0x7f800000U;
        row[i].bits = static_cast<std::uint16_t>(nan ? (bits >> 16) | 0x40U : rounded);
    }
}

template <typename Stored, typename Exact>
void contract(const RowShape &shape, std::int64_t rows, const Stored *h, const Stored *z, const Exact *xh,
              const Exact *xz, Exact *scores)
{
    alignas(kVectorBytes) Exact hBuffer[kRowBlock][kMaxRowKernelWidth];
    alignas(kVectorBytes) Exact zBuffer[kRowBlock][kMaxRowKernelWidth];
    const std::int64_t head = shape.headWidth;
    const std::int64_t code = shape.bottleneck;
    for (std::int64_t l = 0; l < rows; l += kRowBlock) {
        const Exact *hRows[kRowBlock];
        const Exact *zRows[kRowBlock];
        for (int j = 0; j < kRowBlock; ++j) {
            const std::int64_t row = l + j < rows ? l + j : l;  // rows beyond the end are computed and not stored
            hRows[j] = exactRow(h + row * shape.width(), hBuffer[j], shape.width());
            zRows[j] = exactRow(z + row * shape.codes(), zBuffer[j], shape.codes());
        }
        const std::int64_t block = rows - l < kRowBlock ? rows - l : kRowBlock;
        for (std::int64_t t = 0; t < shape.tasks; ++t) {
            for (std::int64_t n = 0; n < shape.heads; ++n) {
                const std::int64_t i = t * shape.heads + n;
                typename Simd<Exact>::Vector sum[kRowBlock] = {};
                Exact rest[kRowBlock] = {};
                addDots(sum, rest, hRows, n * head, xh + i * head, head);
                addDots(sum, rest, zRows, t * code, xz + i * code, code);
                for (std::int64_t j = 0; j < block; ++j) {
                    scores[(l + j) * shape.scores() + i] = rest[j] + sumOf(sum[j]);
                }
            }
        }
    }
}

/// sum[i] += c_0 x_0[i] + ... over a block of rows
template <typename Exact>
inline void addScaled(Exact *sum, const Exact *const *x, std::int64_t offset, const Exact *c, std::int64_t n)
{
    using Vector = typename Simd<Exact>::Vector;
    std::int64_t i = 0;
    for (; i + kLanes<Exact> <= n; i += kLanes<Exact>) {
        Vector value = load(sum + i);
        for (int j = 0; j < kRowBlock; ++j) {
            value += c[j] * load(x[j] + offset + i);
        }
        store(sum + i, value);
    }
    for (; i < n; ++i) {
        for (int j = 0; j < kRowBlock; ++j) {
            sum[i] += c[j] * x[j][offset + i];
        }
    }
}

template <typename Stored, typename Exact>
void gather(const RowShape &shape, std::int64_t rows, const Exact *c, const Stored *h, const Stored *z, Exact *gh,
            Exact *gz)
{
    alignas(kVectorBytes) Exact hBuffer[kRowBlock][kMaxRowKernelWidth];
    alignas(kVectorBytes) Exact zBuffer[kRowBlock][kMaxRowKernelWidth];
    const std::int64_t head = shape.headWidth;
    const std::int64_t code = shape.bottleneck;
    __builtin_memset(gh, 0, sizeof(Exact) * static_cast<std::size_t>(shape.scores() * head));
    __builtin_memset(gz, 0, sizeof(Exact) * static_cast<std::size_t>(shape.scores() * code));
    for (std::int64_t l = 0; l < rows; l += kRowBlock) {
        const Exact *hRows[kRowBlock];
        const Exact *zRows[kRowBlock];
        for (int j = 0; j < kRowBlock; ++j) {
            const std::int64_t row = l + j < rows ? l + j : l;  // rows beyond the end count 0 times, see below
            hRows[j] = exactRow(h + row * shape.width(), hBuffer[j], shape.width());
            zRows[j] = exactRow(z + row * shape.codes(), zBuffer[j], shape.codes());
        }
        for (std::int64_t t = 0; t < shape.tasks; ++t) {
            for (std::int64_t n = 0; n < shape.heads; ++n) {
                const std::int64_t i = t * shape.heads + n;
                Exact factors[kRowBlock];
                for (int j = 0; j < kRowBlock; ++j) {
                    factors[j] = l + j < rows ? c[(l + j) * shape.scores() + i] : Exact(0);
                }
                addScaled(gh + i * head, hRows, n * head, factors, head);
                addScaled(gz + i * code, zRows, t * code, factors, code);
            }
        }
    }
}

template <typename Stored, typename Exact>
void sums(const RowShape &shape, std::int64_t rows, const Stored *g, const Stored *h, const Stored *v, const Stored *z,
          Exact *columns, Exact *product, Exact *codeProducts)
{
    alignas(kVectorBytes) Exact gBuffer[kMaxRowKernelWidth];
    alignas(kVectorBytes) Exact hBuffer[kMaxRowKernelWidth];
    const std::int64_t code = shape.bottleneck;
    __builtin_memset(columns, 0, sizeof(Exact) * static_cast<std::size_t>(shape.width()));
    __builtin_memset(codeProducts, 0, sizeof(Exact) * static_cast<std::size_t>(shape.tasks));
    *product = 0;
    for (std::int64_t l = 0; l < rows; ++l) {
        const Exact *gRow = exactRow(g + l * shape.width(), gBuffer, shape.width());
        const Exact *hRow = exactRow(h + l * shape.width(), hBuffer, shape.width());
        *product += dot(gRow, hRow, shape.width());
        for (std::int64_t i = 0; i < shape.width(); ++i) {
            columns[i] += gRow[i];
        }
        const Exact *vRow = exactRow(v + l * shape.codes(), gBuffer, shape.codes());
        const Exact *zRow = exactRow(z + l * shape.codes(), hBuffer, shape.codes());
        for (std::int64_t t = 0; t < shape.tasks; ++t) {
            codeProducts[t] += dot(vRow + t * code, zRow + t * code, code);
        }
    }
}

/// out_j[i] += sum_k c_j[k first] x[k step + i] + e_j[k first] y[k step + i] for a block of rows j
template <typename Exact>
inline void addProducts(Exact *const *out, std::int64_t offset, const Exact *const *c, const Exact *const *e,
                        std::int64_t first, std::int64_t count, std::int64_t stride, const Exact *x, const Exact *y,
                        std::int64_t step, std::int64_t n)
{
    using Vector = typename Simd<Exact>::Vector;
    std::int64_t i = 0;
    for (; i + kLanes<Exact> <= n; i += kLanes<Exact>) {
        Vector sum[kRowBlock];
        for (int j = 0; j < kRowBlock; ++j) {
            sum[j] = load(out[j] + offset + i);
        }
        for (std::int64_t k = 0; k < count; ++k) {
            const Vector xk = load(x + k * step + i);
            const Vector yk = load(y + k * step + i);
            for (int j = 0; j < kRowBlock; ++j) {
                sum[j] += c[j][first + k * stride] * xk + e[j][first + k * stride] * yk;
            }
        }
        for (int j = 0; j < kRowBlock; ++j) {
            store(out[j] + offset + i, sum[j]);
        }
    }
    for (; i < n; ++i) {
        for (int j = 0; j < kRowBlock; ++j) {
            Exact sum = out[j][offset + i];
            for (std::int64_t k = 0; k < count; ++k) {
                sum += c[j][first + k * stride] * x[k * step + i] + e[j][first + k * stride] * y[k * step + i];
            }
            out[j][offset + i] = sum;
        }
    }
}

template <typename Stored, typename Exact>
void spread(const RowShape &shape, std::int64_t rows, const RowGradient<Stored, Exact> &gradient)
{
    alignas(kVectorBytes) Exact sumBuffer[kRowBlock][kMaxRowKernelWidth];
    alignas(kVectorBytes) Exact readBuffer[3][kMaxRowKernelWidth];
    const std::int64_t head = shape.headWidth;
    const std::int64_t code = shape.bottleneck;
    const std::int64_t width = shape.width();
    const std::int64_t codes = shape.codes();
    Exact *sum[kRowBlock];
    for (int j = 0; j < kRowBlock; ++j) {
        sum[j] = sumBuffer[j];
    }
    for (std::int64_t l = 0; l < rows; l += kRowBlock) {
        const Exact *p[kRowBlock];
        const Exact *de[kRowBlock];
        const std::int64_t last = rows - 1;
        for (int j = 0; j < kRowBlock; ++j) {
            const std::int64_t row = l + j < rows ? l + j : last;
            p[j] = gradient.attention + row * shape.scores();
            de[j] = gradient.scoreGradient + row * shape.scores();
        }
        const std::int64_t block = rows - l < kRowBlock ? rows - l : kRowBlock;
        if (gradient.hGradient) {
            for (std::int64_t j = 0; j < block; ++j) {
                const Exact *g = exactRow(gradient.outputGradient + (l + j) * width, readBuffer[0], width);
                for (std::int64_t i = 0; i < width; ++i) {
                    sum[j][i] = gradient.weightSum * g[i];
                }
            }
            for (std::int64_t n = 0; n < shape.heads; ++n) {
                addProducts(sum, n * head, p, de, n, shape.tasks, shape.heads, gradient.pooledH + n * head,
                            gradient.queryH + n * head, width, head);
            }
            for (std::int64_t j = 0; j < block; ++j) {
                storeRow(sum[j], gradient.hGradient + (l + j) * width, width);
            }
        }
        if (gradient.activationGradient) {
            for (std::int64_t j = 0; j < block; ++j) {
                const Exact *v = exactRow(gradient.codeGradient + (l + j) * codes, readBuffer[0], codes);
                for (std::int64_t t = 0; t < shape.tasks; ++t) {
                    for (std::int64_t i = t * code; i < (t + 1) * code; ++i) {
                        sum[j][i] = gradient.weights[t] * v[i];
                    }
                }
            }
            for (std::int64_t t = 0; t < shape.tasks; ++t) {
                const std::int64_t first = t * shape.heads;
                addProducts(sum, t * code, p, de, first, shape.heads, 1, gradient.pooledZ + first * code,
                            gradient.queryZ + first * code, code, code);
            }
            for (std::int64_t j = 0; j < block; ++j) {
                const Exact *a = exactRow(gradient.activation + (l + j) * codes, readBuffer[1], codes);
                const Exact *s = exactRow(gradient.sigmoid + (l + j) * codes, readBuffer[2], codes);
                for (std::int64_t i = 0; i < codes; ++i) {
                    sum[j][i] *= s[i] * (1 + a[i] * (1 - s[i]));
                }
                storeRow(sum[j], gradient.activationGradient + (l + j) * codes, codes);
            }
        }
    }
}

extern const RowKernels<float, float> kFloat32{contract, gather, sums, spread};
extern const RowKernels<Bf16, float> kBfloat16{contract, gather, sums, spread};
extern const RowKernels<double, double> kFloat64{contract, gather, sums, spread};

}  // namespace atlas::engine::ATLAS_KERNELS
