#pragma once

#include "engine/backbone/embedder.h"
#include "engine/backbone/image_processor.h"
#include "engine/backbone/layers.h"
#include "engine/backbone/vilt_config.h"

namespace atlas::engine {

/// Word, position and type tables as BERT's.
/// Formula: LN(word[id] + type[typeId] + position).
class ViltTextEmbedder final : public TextEmbedder {
public:
    ViltTextEmbedder(const ViltConfig &config, WeightSource &source, const std::string &prefix);

    EmbeddedBatch embed(const TextBatch &batch) const override;
    int maxTokens() const override { return static_cast<int>(m_positions.size(0)); }
    void visit(const WeightVisitor &visitor) override;

    /// (vocabulary, d): also the decoder of a tied masked-language head.
    const at::Tensor &wordTable() const { return m_words; }

private:
    std::string m_prefix;
    at::Tensor m_words;
    at::Tensor m_positions;
    at::Tensor m_types;
    LayerNorm m_norm;
};

/// One linear projection of every patch, behind an own [CLS].
/// Formula: W patch + b + position(row, column); positions are interpolated bilinearly (corners aligned) from the
/// table's grid to the picture's.  Order: [CLS], patches row by row, padding (b alone, as a patch of zeros without
/// position).
class ViltImageEmbedder final : public ImageEmbedder {
public:
    ViltImageEmbedder(const ViltConfig &config, WeightSource &source, const std::string &prefix);

    /// How uint8 pictures are normalised.
    void setProcessor(const ImageProcessor &processor) { m_processor = processor; }

    EmbeddedBatch embed(const std::vector<at::Tensor> &pictures) const override;
    int tokenCount(const at::Tensor &picture) const override;
    void visit(const WeightVisitor &visitor) override;

private:
    at::Tensor patchesOf(const at::Tensor &picture) const;
    at::Tensor positionsFor(std::int64_t rows, std::int64_t columns) const;

    std::string m_prefix;
    int m_patch;
    int m_gridSide;
    ImageProcessor m_processor;
    at::Tensor m_cls;         ///< (1, 1, d)
    at::Tensor m_positions;   ///< (1, 1 + side^2, d)
    at::Tensor m_projection;  ///< (d, 3, patch, patch)
    at::Tensor m_bias;        ///< (d)
};

}  // namespace atlas::engine
