#pragma once

#include <cstdint>

namespace atlas::engine {

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
    bool relu6 = false;  ///< act(v) = min(max(v, 0), 6), else v
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

/// Products of frozen networks, fp32, on the calling thread. Written out because the activation is applied while the
/// result is in registers, and because the matrices are small: packing weights once instead of in every call is most
/// of what is won over a matrix library.
struct DenseKernels {
    int lanes = 0;         ///< floats per vector: weights and bias are padded to them
    int panelVectors = 0;  ///< the most vectors of outputs that are computed together
    void (*multiply)(const DenseProduct &product) = nullptr;
    void (*depthwise)(const DepthwiseProduct &product) = nullptr;
};

/// The fastest that this processor runs (AVX-512, AVX2 or plain); chosen once.
const DenseKernels &denseKernels();

}  // namespace atlas::engine
