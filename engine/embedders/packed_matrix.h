#pragma once

#include "engine/embedders/dense_kernels.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace atlas::engine {

/// The weights of a frozen linear layer or 1x1 convolution, laid out once as the product's kernel reads them: panels of
/// outputs, in each all inputs, zeros after the last output.
class PackedMatrix {
public:
    /// What follows the product.
    struct Epilogue {
        Activation activation = Activation::None;
        const float *residual = nullptr;  ///< (rows, outputs), added before that; may be the result itself
    };

    /// Shapes: weight (outputs, inputs), bias (outputs) or undefined; any layout, copied as fp32.
    PackedMatrix(const at::Tensor &weight, const at::Tensor &bias);

    /// Formula: y = act(x W^T + b + residual).  Shapes: x (rows, inputs), y (rows, outputs), dense.
    /// Threads: any; works on the calling one.
    void multiply(const float *x, std::int64_t rows, float *y, const Epilogue &epilogue) const;
    void multiply(const float *x, std::int64_t rows, float *y) const { multiply(x, rows, y, Epilogue()); }

    std::int64_t inputs() const { return m_inputs; }
    std::int64_t outputs() const { return m_outputs; }

private:
    std::int64_t m_inputs = 0;
    std::int64_t m_outputs = 0;
    std::vector<float> m_packed;
    std::vector<float> m_bias;
};

}  // namespace atlas::engine
