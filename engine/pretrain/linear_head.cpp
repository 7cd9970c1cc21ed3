#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

#include <cmath>

namespace atlas::engine {

LinearHead::LinearHead(const std::string &name, int in, int out, Random &random)
    : m_name(name), m_weight(at::empty({out, in})), m_bias(at::zeros({out}))
{
    const double range = 1.0 / std::sqrt(static_cast<double>(in));
    float *weight = m_weight.data_ptr<float>();
    for (std::int64_t i = 0; i < m_weight.numel(); ++i) {
        weight[i] = static_cast<float>(random.between(-range, range));
    }
}

at::Tensor LinearHead::operator()(const at::Tensor &x) const
{
    return at::linear(x, m_weight, m_bias);
}

NamedTensors LinearHead::parameters() const
{
    return {{m_name + ".weight", m_weight}, {m_name + ".bias", m_bias}};
}

}  // namespace atlas::engine
