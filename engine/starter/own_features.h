#pragma once

#include "engine/backbone/backbone.h"
#include "engine/starter/starter_config.h"

namespace atlas::engine {

/// What a head is given beside the joint transformer's output: the embedders' own summaries side by side, zeros where
/// an input lacks the part.
/// Formula: [text ; second text ; picture ; second picture ; |difference of the two pictures' summaries| ; differences
/// d = second - first of their maps at strides 32, 16, 8, 4, of each map per channel, over all cells, mean |d|, max d
/// and max -d]. What appeared and what vanished are told apart, and a small difference anywhere is seen. Differences
/// are zero when the pictures' grids differ.
class OwnFeatures {
public:
    explicit OwnFeatures(const StarterConfig &config) : m_textWidth(config.textWidth) {}

    int width() const;

    /// Summaries; their differences; differences of coarse cells (strides 32, 16), and of fine ones (8, 4).
    std::vector<FeatureGroup> groups() const;

    /// Shapes: -> (B, width()) float32.  Requires: every part is embedded.
    at::Tensor rows(const std::vector<const PreparedInput *> &inputs) const;

private:
    int m_textWidth;
};

}  // namespace atlas::engine
