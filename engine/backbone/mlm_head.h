#pragma once

#include "engine/backbone/layers.h"

namespace atlas::engine {

/// Predicts masked words from the last hidden states of text tokens.
/// Formula: decoder LN(gelu(W x + b)) + c, the decoder being an own table or (tied) the word embedding.
/// Shapes: (..., d) -> (..., vocabulary).
class MlmHead {
public:
    MlmHead(int width, int vocabulary, double layerNormEps, bool tied, WeightSource &source, const std::string &prefix);

    /// `words` (vocabulary, d) is used when the decoder is tied.
    at::Tensor logits(const at::Tensor &hidden, const at::Tensor &words) const;

    bool tied() const { return !m_decoder.defined(); }
    void visit(const WeightVisitor &visitor);

private:
    std::string m_prefix;
    Linear m_transform;
    LayerNorm m_norm;
    at::Tensor m_decoder;  ///< (vocabulary, d), undefined when tied
    at::Tensor m_bias;     ///< (vocabulary)
};

}  // namespace atlas::engine
