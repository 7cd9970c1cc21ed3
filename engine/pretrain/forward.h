#pragma once

#include "engine/backbone/vilt.h"

#include <string>
#include <vector>

namespace atlas::engine {

/// The last hidden states of a batch and what its text part was.
struct ForwardResult {
    TextBatch texts;
    at::Tensor lastHidden;  ///< (B, L, d), text tokens first
};

/// Tokenizes texts, cut to what the network takes.
std::vector<PreparedInput> tokenizeAll(const Vilt &vilt, const std::vector<std::string> &texts);

/// Puts a row of `pixels` (uint8 (B, 3, h, w)) beside each input.  Requires: as many rows as inputs.
void setPictures(std::vector<PreparedInput> &inputs, const at::Tensor &pixels);

ForwardResult forward(const Vilt &vilt, const std::vector<PreparedInput> &inputs);

/// forward and pool.  -> (B, d)
at::Tensor pooledFeatures(const Vilt &vilt, const std::vector<PreparedInput> &inputs);

}  // namespace atlas::engine
