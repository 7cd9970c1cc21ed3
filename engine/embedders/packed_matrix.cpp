#include "engine/embedders/packed_matrix.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {

PackedMatrix::PackedMatrix(const at::Tensor &weight, const at::Tensor &bias)
    : m_inputs(weight.size(1)), m_outputs(weight.size(0))
{
    const DenseKernels &kernels = denseKernels();
    const std::int64_t vectors = (m_outputs + kernels.lanes - 1) / kernels.lanes;
    m_packed.reserve(static_cast<std::size_t>(vectors * kernels.lanes * m_inputs));
    m_bias.resize(static_cast<std::size_t>(vectors * kernels.lanes));
    const at::Tensor rows = weight.to(at::kFloat).contiguous();
    const float *values = rows.data_ptr<float>();
    for (std::int64_t v = 0; v < vectors; v += kernels.panelVectors) {
        const std::int64_t first = v * kernels.lanes;
        const std::int64_t end = std::min<std::int64_t>(v + kernels.panelVectors, vectors) * kernels.lanes;
        for (std::int64_t k = 0; k < m_inputs; ++k) {
            for (std::int64_t j = first; j < end; ++j) {
                m_packed.push_back(j < m_outputs ? values[j * m_inputs + k] : 0.0F);
            }
        }
    }
    if (bias.defined()) {
        const at::Tensor column = bias.to(at::kFloat).contiguous();
        std::copy_n(column.data_ptr<float>(), m_outputs, m_bias.begin());
    }
}

void PackedMatrix::multiply(const float *x, std::int64_t rows, float *y, const Epilogue &epilogue) const
{
    DenseProduct product;
    product.rows = rows;
    product.inputs = m_inputs;
    product.outputs = m_outputs;
    product.x = x;
    product.packed = m_packed.data();
    product.bias = m_bias.data();
    product.residual = epilogue.residual;
    product.y = y;
    product.activation = epilogue.activation;
    denseKernels().multiply(product);
}

}  // namespace atlas::engine
