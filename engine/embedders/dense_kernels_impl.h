// Included by dense_kernels_{plain,avx2,avx512}.cpp, each compiled for its processor, with ATLAS_KERNELS as the
// namespace, ATLAS_LANES floats per vector and a tile of ATLAS_TILE_ROWS x ATLAS_TILE_VECTORS sums that fits its
// registers. Nothing from outside may be instantiated here: the linker could then pick the AVX-512 copy for every
// caller.

#include "engine/embedders/dense_kernels.h"

// Vectors are handed between inlined functions of one file only, so no calling convention is at stake.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace atlas::engine::ATLAS_KERNELS {

constexpr int kLanes = ATLAS_LANES;
constexpr int kTileRows = ATLAS_TILE_ROWS;
constexpr int kTileVectors = ATLAS_TILE_VECTORS;
constexpr int kChannelVectors = 4;  ///< of a depthwise convolution, computed together

typedef float Vector __attribute__((vector_size(kLanes * sizeof(float))));
typedef float Unaligned __attribute__((vector_size(kLanes * sizeof(float)), aligned(4)));

inline Vector load(const float *from)
{
    return *reinterpret_cast<const Unaligned *>(from);
}

inline void store(float *to, Vector value)
{
    *reinterpret_cast<Unaligned *>(to) = value;
}

inline Vector relu6(Vector value)
{
    const Vector zero = {};
    const Vector six = zero + 6.0F;
    value = value > zero ? value : zero;
    return value < six ? value : six;
}

typedef int Integers __attribute__((vector_size(kLanes * sizeof(int))));

/// e^x for x <= 0, within 2e-7 of the value: 2^n times a polynomial in the rest, |rest| <= ln(2)/2.
inline Vector expNegative(Vector x)
{
    const Vector lowest = Vector{} - 87.0F;
    x = x > lowest ? x : lowest;
    const Vector shifted = x * 1.44269504F - 0.5F;
    const Integers n = __builtin_convertvector(shifted, Integers);  // rounds towards 0, so to the nearest of x
    const Vector whole = __builtin_convertvector(n, Vector);
    const Vector rest = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
    Vector value = rest * 1.9875691500e-4F + 1.3981999507e-3F;
    value = value * rest + 8.3334519073e-3F;
    value = value * rest + 4.1665795894e-2F;
    value = value * rest + 1.6666665459e-1F;
    value = value * rest + 5.0000001201e-1F;
    value = value * rest * rest + rest + 1.0F;
    const Integers power = (n + 127) << 23;
    Vector scale;
    __builtin_memcpy(&scale, &power, sizeof scale);
    return value * scale;
}

/// The polynomial for erf is Abramowitz and Stegun's 7.1.26, its error below 1.5e-7.
inline Vector gelu(Vector v)
{
    const Vector zero = {};
    const Vector x = (v > zero ? v : -v) * 0.70710678F;
    const Vector t = 1.0F / (1.0F + 0.3275911F * x);
    Vector value = t * 1.061405429F - 1.453152027F;
    value = value * t + 1.421413741F;
    value = value * t - 0.284496736F;
    value = value * t + 0.254829592F;
    const Vector tail = 0.5F * value * t * expNegative(-x * x);  // (1 - erf(x)) / 2
    return v * (v > zero ? 1.0F - tail : tail);
}

inline Vector activated(Vector value, Activation activation)
{
    switch (activation) {
    case Activation::Relu6: return relu6(value);
    case Activation::Gelu: return gelu(value);
    case Activation::None: break;
    }
    return value;
}

/// The sums of one vector of outputs, finished and written; the last vector of a row may be wider than what is left.
inline void finish(const DenseProduct &product, Vector sum, std::int64_t row, std::int64_t column)
{
    const std::int64_t at = row * product.outputs + column;
    const std::int64_t left = product.outputs - column;
    if (left >= kLanes) {
        if (product.residual != nullptr) {
            sum += load(product.residual + at);
        }
        store(product.y + at, activated(sum, product.activation));
        return;
    }
    float values[kLanes] = {};
    if (product.residual != nullptr && left > 0) {
        __builtin_memcpy(values, product.residual + at, sizeof(float) * static_cast<unsigned long>(left));
        sum += load(values);
    }
    store(values, activated(sum, product.activation));
    if (left > 0) {
        __builtin_memcpy(product.y + at, values, sizeof(float) * static_cast<unsigned long>(left));
    }
}

template <int Rows, int Vectors>
inline void tile(const DenseProduct &product, const float *panel, std::int64_t row, std::int64_t column)
{
    Vector sum[Rows][Vectors];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v) {
            sum[r][v] = load(product.bias + column + v * kLanes);
        }
    }
    const std::int64_t inputs = product.inputs;
    const float *x = product.x + row * inputs;
    for (std::int64_t k = 0; k < inputs; ++k) {
        Vector weights[Vectors];
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v) {
            weights[v] = load(panel + (k * Vectors + v) * kLanes);
        }
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const float value = x[r * inputs + k];
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v) {
                sum[r][v] += value * weights[v];
            }
        }
    }
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v) {
            finish(product, sum[r][v], row + r, column + v * kLanes);
        }
    }
}

/// All rows of one panel: it stays in the nearest cache while the rows pass by.
template <int Vectors>
void multiplyPanel(const DenseProduct &product, const float *panel, std::int64_t column)
{
    std::int64_t row = 0;
    for (; row + kTileRows <= product.rows; row += kTileRows) {
        tile<kTileRows, Vectors>(product, panel, row, column);
    }
    for (; row + 4 <= product.rows; row += 4) {
        tile<4, Vectors>(product, panel, row, column);
    }
    for (; row < product.rows; ++row) {
        tile<1, Vectors>(product, panel, row, column);
    }
}

void multiply(const DenseProduct &product)
{
    const std::int64_t vectors = (product.outputs + kLanes - 1) / kLanes;
    const float *panel = product.packed;
    for (std::int64_t v = 0; v < vectors; v += kTileVectors) {
        const std::int64_t column = v * kLanes;
        const std::int64_t width = vectors - v < kTileVectors ? vectors - v : kTileVectors;
        if (width >= 3) {
            multiplyPanel<kTileVectors >= 3 ? 3 : 1>(product, panel, column);
        } else if (width == 2) {
            multiplyPanel<2>(product, panel, column);
        } else {
            multiplyPanel<1>(product, panel, column);
        }
        panel += width * product.inputs * kLanes;
    }
}

/// One output pixel whose window is clipped to what lies inside the picture.
template <int Vectors>
inline void window(const DepthwiseProduct &product, const float *corner, const float *weights, std::int64_t channel,
                   std::int64_t tapRows, std::int64_t tapColumns, float *out)
{
    Vector sum[Vectors];
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v) {
        sum[v] = load(product.bias + channel + v * kLanes);
    }
    for (std::int64_t i = 0; i < tapRows; ++i) {
        const float *x = corner + i * product.width * product.channels + channel;
        const float *w = weights + i * product.kernel * product.channels + channel;
        for (std::int64_t j = 0; j < tapColumns; ++j, x += product.channels, w += product.channels) {
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v) {
                sum[v] += load(x + v * kLanes) * load(w + v * kLanes);
            }
        }
    }
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v) {
        store(out + channel + v * kLanes, relu6(sum[v]));
    }
}

inline void scalarWindow(const DepthwiseProduct &product, const float *corner, const float *weights,
                         std::int64_t channel, std::int64_t tapRows, std::int64_t tapColumns, float *out)
{
    float sum = product.bias[channel];
    for (std::int64_t i = 0; i < tapRows; ++i) {
        for (std::int64_t j = 0; j < tapColumns; ++j) {
            sum += corner[(i * product.width + j) * product.channels + channel] *
                   weights[(i * product.kernel + j) * product.channels + channel];
        }
    }
    out[channel] = sum < 0 ? 0 : sum > 6 ? 6 : sum;
}

void depthwise(const DepthwiseProduct &product)
{
    const std::int64_t channels = product.channels;
    for (std::int64_t outY = 0; outY < product.outHeight; ++outY) {
        const std::int64_t top = outY * product.stride - product.padTop;
        const std::int64_t firstRow = top < 0 ? -top : 0;
        const std::int64_t endRow = top + product.kernel > product.height ? product.height - top : product.kernel;
        for (std::int64_t outX = 0; outX < product.outWidth; ++outX) {
            const std::int64_t left = outX * product.stride - product.padLeft;
            const std::int64_t firstColumn = left < 0 ? -left : 0;
            const std::int64_t endColumn =
                left + product.kernel > product.width ? product.width - left : product.kernel;
            const float *corner = product.x + ((top + firstRow) * product.width + left + firstColumn) * channels;
            const float *weights = product.weights + (firstRow * product.kernel + firstColumn) * channels;
            const std::int64_t rows = endRow - firstRow;
            const std::int64_t columns = endColumn - firstColumn;
            float *out = product.y + (outY * product.outWidth + outX) * channels;
            std::int64_t channel = 0;
            for (; channel + kChannelVectors * kLanes <= channels; channel += kChannelVectors * kLanes) {
                window<kChannelVectors>(product, corner, weights, channel, rows, columns, out);
            }
            for (; channel + kLanes <= channels; channel += kLanes) {
                window<1>(product, corner, weights, channel, rows, columns, out);
            }
            for (; channel < channels; ++channel) {
                scalarWindow(product, corner, weights, channel, rows, columns, out);
            }
        }
    }
}

constexpr int kQueries = 4;  ///< rows of scores that are computed together

/// Turns a row of scores, padded to whole vectors, into e^(score - largest) and returns 1 / their sum.
inline float softmaxUnscaled(float *scores, std::int64_t count, std::int64_t padded)
{
    float largest = scores[0];
    for (std::int64_t j = 1; j < count; ++j) {
        largest = scores[j] > largest ? scores[j] : largest;
    }
    for (std::int64_t j = count; j < padded; ++j) {
        scores[j] = largest - 1000.0F;  // e^-87 beside 1: nothing
    }
    Vector total = {};
    for (std::int64_t j = 0; j < padded; j += kLanes) {
        const Vector value = expNegative(load(scores + j) - largest);
        store(scores + j, value);
        total += value;
    }
    float sum = 0;
    for (int lane = 0; lane < kLanes; ++lane) {
        sum += total[lane];
    }
    return 1.0F / sum;
}

/// out (kQueries, columns) = a (kQueries, depth) b (depth, columns), columns a whole number of vectors
inline void multiplyFew(const float *const *a, std::int64_t depth, const float *b, std::int64_t columns, float *out,
                        std::int64_t outStride)
{
    for (std::int64_t column = 0; column < columns; column += kLanes) {
        Vector sum[kQueries] = {};
        for (std::int64_t k = 0; k < depth; ++k) {
            const Vector value = load(b + k * columns + column);
#pragma GCC unroll 4
            for (int r = 0; r < kQueries; ++r) {
                sum[r] += a[r][k] * value;
            }
        }
#pragma GCC unroll 4
        for (int r = 0; r < kQueries; ++r) {
            store(out + r * outStride + column, sum[r]);
        }
    }
}

void attention(const AttentionProduct &product)
{
    const std::int64_t tokens = product.tokens;
    const std::int64_t head = product.headWidth;
    const std::int64_t width = product.heads * head;
    const std::int64_t keyColumns = (tokens + kLanes - 1) / kLanes * kLanes;
    const std::int64_t valueColumns = (head + kLanes - 1) / kLanes * kLanes;
    float *keys = product.scratch;                   // (head, keyColumns)
    float *scores = keys + head * keyColumns;        // (kQueries, keyColumns)
    float *values = scores + kQueries * keyColumns;  // (tokens, valueColumns)
    float *mixed = values + tokens * valueColumns;   // (kQueries, valueColumns)
    __builtin_memset(product.scratch, 0,
                     sizeof(float) *
                         static_cast<unsigned long>((head + kQueries) * keyColumns + tokens * valueColumns));
    for (std::int64_t h = 0; h < product.heads; ++h) {
        for (std::int64_t j = 0; j < tokens; ++j) {
            const float *key = product.queryKeyValue + j * 3 * width + width + h * head;
            for (std::int64_t e = 0; e < head; ++e) {
                keys[e * keyColumns + j] = key[e] * product.scale;
            }
            __builtin_memcpy(values + j * valueColumns, key + width, sizeof(float) * static_cast<unsigned long>(head));
        }
        for (std::int64_t i = 0; i < tokens; i += kQueries) {
            const float *queries[kQueries];
            const float *weights[kQueries];
            float factors[kQueries];
            for (int r = 0; r < kQueries; ++r) {
                const std::int64_t row = i + r < tokens ? i + r : i;  // rows beyond the end are computed, not stored
                queries[r] = product.queryKeyValue + row * 3 * width + h * head;
                weights[r] = scores + r * keyColumns;
            }
            multiplyFew(queries, head, keys, keyColumns, scores, keyColumns);
            for (int r = 0; r < kQueries; ++r) {
                factors[r] = softmaxUnscaled(scores + r * keyColumns, tokens, keyColumns);
            }
            multiplyFew(weights, tokens, values, valueColumns, mixed, valueColumns);
            for (int r = 0; r < kQueries && i + r < tokens; ++r) {
                float *out = product.y + (i + r) * width + h * head;
                for (std::int64_t e = 0; e < head; ++e) {
                    out[e] = mixed[r * valueColumns + e] * factors[r];
                }
            }
        }
    }
}

extern const DenseKernels kDense{kLanes, kTileVectors, multiply, depthwise, attention};

}  // namespace atlas::engine::ATLAS_KERNELS
