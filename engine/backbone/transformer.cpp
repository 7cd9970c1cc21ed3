#include "engine/backbone/transformer.h"

#include <torch/types.h>

#include <cmath>

namespace atlas::engine {
namespace {

Linear makeQkv(const BackboneConfig &config, bool withBias, WeightSource &source, const std::string &prefix)
{
    std::vector<at::Tensor> weights;
    std::vector<at::Tensor> biases;
    for (const char *part : {"query", "key", "value"}) {
        const Linear linear = Linear::make(source, prefix + "attention." + part, config.width, config.width, withBias);
        weights.push_back(linear.weight);
        biases.push_back(linear.bias);
    }
    return {prefix + "attention.qkv", at::cat(weights), withBias ? at::cat(biases) : at::Tensor()};
}

/// 0 where the mask is 1, the most negative number where it is 0.  (B, L) -> (B, 1, 1, L)
at::Tensor attentionBias(const EmbeddedBatch &batch)
{
    if (!batch.padded) {
        return {};
    }
    const at::Tensor &mask = batch.mask;
    const auto type = batch.tokens.scalar_type();
    const double lowest = type == at::kBFloat16 ? -3.3e38 : -3.4028234663852886e38;
    return (1 - mask).mul(lowest).to(type).view({mask.size(0), 1, 1, mask.size(1)});
}

constexpr std::string_view kJoined = ".attention.attention.qkv.";

/// x + h; `fresh` says that nobody else holds h, so its memory may be used.
at::Tensor addResidual(const at::Tensor &x, at::Tensor h, bool fresh)
{
    return fresh ? h.add_(x) : h + x;
}

}  // namespace

SelfAttention::SelfAttention(const BackboneConfig &config, bool qkvBias, WeightSource &source,
                             const std::string &prefix)
    : m_heads(config.heads), m_qkv(makeQkv(config, qkvBias, source, prefix)),
      m_output(Linear::make(source, prefix + "output.dense", config.width, config.width))
{
}

at::Tensor SelfAttention::operator()(const at::Tensor &x, const at::Tensor &bias) const
{
    const std::int64_t rows = x.size(0);
    const std::int64_t length = x.size(1);
    const std::int64_t width = x.size(2);
    const std::int64_t headWidth = width / m_heads;
    const double scale = 1 / std::sqrt(static_cast<double>(headWidth));

    // One copy lays all heads out for the batched products: (3, B H, L, d / H).
    const at::Tensor qkv = m_qkv(x)
                               .view({rows, length, 3, m_heads, headWidth})
                               .permute({2, 0, 3, 1, 4})
                               .reshape({3, rows * m_heads, length, headWidth});
    const at::Tensor keys = qkv[1].transpose(1, 2);
    at::Tensor scores;
    if (bias.defined()) {
        const at::Tensor start = bias.expand({rows, m_heads, length, length}).reshape({-1, length, length});
        scores = at::baddbmm(start, qkv[0], keys, 1, scale);
    } else {
        // Not baddbmm with beta = 0: for small products LibTorch 1.13 multiplies fresh memory by 0, and NaN stays NaN.
        scores = at::bmm(qkv[0], keys).mul_(scale);
    }
    const at::Tensor context = at::bmm(at::softmax(scores, -1), qkv[2]);
    return m_output(context.view({rows, m_heads, length, headWidth}).transpose(1, 2).reshape({rows, length, width}));
}

void SelfAttention::visit(const WeightVisitor &visitor)
{
    m_qkv.visit(visitor);
    m_output.visit(visitor);
}

TransformerLayer::TransformerLayer(const BackboneConfig &config, bool qkvBias, WeightSource &source,
                                   const std::string &prefix)
    : m_before(LayerNorm::make(source, prefix + "layernorm_before", config.width, config.layerNormEps)),
      m_attention(config, qkvBias, source, prefix + "attention."),
      m_after(LayerNorm::make(source, prefix + "layernorm_after", config.width, config.layerNormEps)),
      m_up(Linear::make(source, prefix + "intermediate.dense", config.intermediate, config.width)),
      m_down(Linear::make(source, prefix + "output.dense", config.width, config.intermediate))
{
}

at::Tensor TransformerLayer::forward(int index, const at::Tensor &x, const at::Tensor &bias, const at::Tensor &mask,
                                     SiteHook *hook) const
{
    const bool fresh = hook == nullptr;
    at::Tensor attended = m_attention(m_before(x), bias);
    if (hook != nullptr) {
        attended = hook->apply(index, Site::Attention, attended, mask);
    }
    const at::Tensor middle = addResidual(x, attended, fresh);

    at::Tensor inner = m_up(m_after(middle));
    inner = inner.requires_grad() ? at::gelu(inner) : at::gelu_(inner);
    at::Tensor output = m_down(inner);
    if (hook != nullptr) {
        output = hook->apply(index, Site::Mlp, output, mask);
    }
    return addResidual(middle, output, fresh);
}

void TransformerLayer::visit(const WeightVisitor &visitor)
{
    m_before.visit(visitor);
    m_attention.visit(visitor);
    m_after.visit(visitor);
    m_up.visit(visitor);
    m_down.visit(visitor);
}

Transformer::Transformer(const BackboneConfig &config, bool qkvBias, WeightSource &source, const std::string &prefix)
{
    for (int i = 0; i < config.layers; ++i) {
        m_layers.emplace_back(config, qkvBias, source, prefix + "encoder.layer." + std::to_string(i) + ".");
    }
    m_norm = LayerNorm::make(source, prefix + "layernorm", config.width, config.layerNormEps);
}

at::Tensor Transformer::encode(const EmbeddedBatch &batch, SiteHook *hook, std::vector<at::Tensor> *hidden) const
{
    const at::Tensor bias = attentionBias(batch);
    at::Tensor x = batch.tokens;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        x = m_layers[i].forward(static_cast<int>(i), x, bias, batch.mask, hook);
        if (hidden != nullptr) {
            hidden->push_back(x);
        }
    }
    return m_norm(x);
}

void Transformer::visit(const WeightVisitor &visitor)
{
    for (TransformerLayer &layer : m_layers) {
        layer.visit(visitor);
    }
    m_norm.visit(visitor);
}

NamedTensors withSeparateProjections(const NamedTensors &own)
{
    NamedTensors named;
    for (const auto &[name, tensor] : own) {
        const std::size_t place = name.find(kJoined);
        if (place == std::string::npos) {
            named.emplace_back(name, tensor);
            continue;
        }
        const std::string layer = name.substr(0, place) + ".attention.attention.";
        const std::string what = name.substr(place + kJoined.size());
        const std::int64_t width = tensor.size(0) / 3;
        std::int64_t part = 0;
        for (const char *projection : {"query.", "key.", "value."}) {
            named.emplace_back(layer + projection + what, tensor.narrow(0, width * part++, width));
        }
    }
    return named;
}

}  // namespace atlas::engine
