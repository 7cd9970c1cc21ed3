#include "engine/backbone/mlm_head.h"

#include <torch/types.h>

namespace atlas::engine {

MlmHead::MlmHead(int width, int vocabulary, double layerNormEps, bool tied, WeightSource &source,
                 const std::string &prefix)
    : m_prefix(prefix), m_transform(Linear::make(source, prefix + "transform.dense", width, width)),
      m_norm(LayerNorm::make(source, prefix + "transform.LayerNorm", width, layerNormEps)),
      m_bias(source.take(prefix + "decoder.bias", {vocabulary}, Init::Zeros))
{
    if (!tied) {
        m_decoder = source.take(prefix + "decoder.weight", {vocabulary, width}, Init::Normal);
    }
}

at::Tensor MlmHead::logits(const at::Tensor &hidden, const at::Tensor &words) const
{
    return at::linear(m_norm(at::gelu(m_transform(hidden))), tied() ? words : m_decoder, m_bias);
}

void MlmHead::visit(const WeightVisitor &visitor)
{
    m_transform.visit(visitor);
    m_norm.visit(visitor);
    if (!tied()) {
        visitor(m_prefix + "decoder.weight", m_decoder);
    }
    visitor(m_prefix + "decoder.bias", m_bias);
}

}  // namespace atlas::engine
