#pragma once

#include <cstdint>

namespace atlas::engine {

/// What a product applies to its result.
enum class Activation {
    None,
    Relu6,  ///< min(max(v, 0), 6)
    Gelu    ///< v (1 + erf(v / sqrt 2)) / 2; erf within 2e-7
};

/// y = act(x W^T + b + r), W packed for the kernel (see PackedMatrix).  Shapes: x (rows, inputs), y and r (rows,
/// outputs), all dense and row-major; b has room for whole vectors.
struct DenseProduct {
    std::int64_t rows = 0;
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    const float *x = nullptr;
    const float *packed = nullptr;
    const float *bias = nullptr;
    const float *residual = nullptr;  ///< r, or null; may be y
    float *y = nullptr;
    Activation activation = Activation::None;
};

/// A depthwise convolution with bias and ReLU6 over one picture, channels last.  Shapes: x (height, width, channels), y
/// (outHeight, outWidth, channels), weights (kernel, kernel, channels), bias (channels). What lies outside x is 0.
struct DepthwiseProduct {
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::int64_t channels = 0;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t padTop = 0;
    std::int64_t padLeft = 0;
    std::int64_t outHeight = 0;
    std::int64_t outWidth = 0;
    const float *x = nullptr;
    const float *weights = nullptr;
    const float *bias = nullptr;
    float *y = nullptr;
};

/// Attention of one text over itself: per head softmax(q k^T / sqrt(headWidth)) v.  Shapes: queryKeyValue (tokens, 3 d)
/// with d = heads headWidth, y (tokens, d).
struct AttentionProduct {
    std::int64_t tokens = 0;
    std::int64_t heads = 0;
    std::int64_t headWidth = 0;
    float scale = 1;  ///< 1 / sqrt(headWidth)
    const float *queryKeyValue = nullptr;
    float *scratch = nullptr;  ///< attentionScratch() floats
    float *y = nullptr;
};

/// Products of frozen networks, fp32, on the calling thread. Written out because the activation is applied while the
/// result is in registers, and because the matrices are small: packing weights once instead of in every call is most
/// of what is won over a matrix library.
struct DenseKernels {
    int lanes = 0;         ///< floats per vector: weights and bias are padded to them
    int panelVectors = 0;  ///< the most vectors of outputs that are computed together
    void (*multiply)(const DenseProduct &product) = nullptr;
    void (*depthwise)(const DepthwiseProduct &product) = nullptr;
    void (*attention)(const AttentionProduct &product) = nullptr;
};

/// Floats that attention over a text of that many tokens needs beside its result.
std::int64_t attentionScratch(std::int64_t tokens, std::int64_t headWidth);

/// The fastest that this processor runs (AVX-512, AVX2 or plain); chosen once.
const DenseKernels &denseKernels();

}  // namespace atlas::engine
