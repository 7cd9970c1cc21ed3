#pragma once

#include "engine/backbone/backbone.h"
#include "engine/backbone/layers.h"
#include "engine/starter/starter_config.h"

#include <map>
#include <mutex>
#include <vector>

namespace atlas::engine {

/// From embedded parts to the joint transformer's tokens.
/// Formula: [CLS]; W_t (x - m_t) / s_t + b_t + modality(text, second text); W_i (x - m_i) / s_i + b_i +
/// modality(picture, second picture) + position(row, column). m and s are means and deviations over the pretraining
/// data; positions are interpolated bilinearly (corners aligned) from the table's grid to the picture's.
/// Order: [CLS], texts, pictures; the batch is padded behind them to its longest input.
/// Threads: const members may be called from any thread.
class JointTokens {
public:
    JointTokens(const StarterConfig &config, WeightSource &source);

    /// Requires: every part is embedded.
    EmbeddedBatch embed(const std::vector<const PreparedInput *> &inputs) const;

    /// Sets m and s. Shapes: (width of the embedder) each.
    void setStandard(const at::Tensor &textMean, const at::Tensor &textDeviation, const at::Tensor &pictureMean,
                     const at::Tensor &pictureDeviation);

    /// Standardised embedder outputs, as they go into the projection.  Shapes: (n, width of the embedder).
    at::Tensor standardText(const at::Tensor &tokens) const;
    at::Tensor standardPicture(const at::Tensor &tokens) const;

    void visit(const WeightVisitor &visitor);
    /// m and s, which never train.
    void visitConstants(const WeightVisitor &visitor);

private:
    at::Tensor positionsFor(int rows, int columns) const;

    int m_gridSide;
    Linear m_text;
    Linear m_picture;
    at::Tensor m_cls;        ///< (1, d)
    at::Tensor m_modality;   ///< (4, d): text, second text, picture, second picture
    at::Tensor m_positions;  ///< (gridSide^2, d)
    at::Tensor m_textMean, m_textDeviation, m_pictureMean, m_pictureDeviation;
};

}  // namespace atlas::engine
