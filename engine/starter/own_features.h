#pragma once

#include "engine/backbone/backbone.h"
#include "engine/starter/starter_config.h"

namespace atlas::engine {

/// What a head is given beside the joint transformer's output: the embedders' own summaries side by side, zeros where
/// an input lacks the part. Formula: [text ; second text ; picture ; second picture ; |difference of the two pictures'
/// summaries| ; mean and maximum over the cells of |difference of their tokens|]; of the tokens the channels of all
/// three strides, each as the mean (or maximum) over the finer cells inside a stride-32 cell, so that a small
/// difference anywhere is seen. The last two are zero when the pictures' grids differ.
class OwnFeatures {
public:
    explicit OwnFeatures(const StarterConfig &config) : m_textWidth(config.textWidth) {}

    int width() const;

    /// Shapes: -> (B, width()) float32.  Requires: every part is embedded.
    at::Tensor rows(const std::vector<const PreparedInput *> &inputs) const;

private:
    int m_textWidth;
};

}  // namespace atlas::engine
