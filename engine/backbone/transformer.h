#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/layers.h"

#include <vector>

namespace atlas::engine {

/// Multi-head self-attention; query, key and value are one GEMM.
/// Formula: softmax(Q K^T / sqrt(d / H) + bias) V, then the output projection.
class SelfAttention {
public:
    SelfAttention(const BackboneConfig &config, bool qkvBias, WeightSource &source, const std::string &prefix);

    /// Shapes: x (B, L, d), bias (B, 1, 1, L) or undefined -> (B, L, d).
    at::Tensor operator()(const at::Tensor &x, const at::Tensor &bias) const;
    void visit(const WeightVisitor &visitor);

private:
    int m_heads;
    Linear m_qkv;  ///< rows: query, key, value
    Linear m_output;
};

/// One pre-norm layer.
/// Formula: x1 = x + site_attn(attention(LN(x)));  out = x1 + site_mlp(W2 gelu(W1 LN(x1))).
class TransformerLayer {
public:
    TransformerLayer(const BackboneConfig &config, bool qkvBias, WeightSource &source, const std::string &prefix);

    at::Tensor forward(int index, const at::Tensor &x, const at::Tensor &bias, const at::Tensor &mask,
                       SiteHook *hook) const;
    void visit(const WeightVisitor &visitor);

private:
    LayerNorm m_before;
    SelfAttention m_attention;
    LayerNorm m_after;
    Linear m_up;
    Linear m_down;
};

/// The joint transformer: layers and the final LayerNorm. Weights are named as Hugging Face's ViLT names them, with
/// query, key and value joined to `attention.attention.qkv`.
/// Threads: const members may be called from any thread.
class Transformer {
public:
    /// `prefix` stands before "encoder.layer.0..." and "layernorm".
    Transformer(const BackboneConfig &config, bool qkvBias, WeightSource &source, const std::string &prefix);

    /// -> (B, L, d) after the final LayerNorm. `hidden`, if given, receives the output of every layer.
    at::Tensor encode(const EmbeddedBatch &batch, SiteHook *hook, std::vector<at::Tensor> *hidden = nullptr) const;

    void visit(const WeightVisitor &visitor);

private:
    std::vector<TransformerLayer> m_layers;
    LayerNorm m_norm;
};

/// Weights as files name them: the joined "attention.attention.qkv" is three views, query, key and value.
NamedTensors withSeparateProjections(const NamedTensors &own);

}  // namespace atlas::engine
