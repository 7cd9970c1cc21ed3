#pragma once

#include "engine/backbone/backbone.h"
#include "engine/learning/named_tensors.h"

#include <ATen/core/Generator.h>

namespace atlas::engine {

struct PromptOptions {
    int pool = 10;   ///< N prompts
    int length = 5;  ///< p tokens each
    int chosen = 3;  ///< k of them stand before an input's tokens
};

/// Learned prompts, picked for each input by the cosine between a key and the input's frozen features.
/// Formula: the k keys with the largest cos(q, key_i) choose prompts; pull = mean over inputs and chosen keys of
///          1 - cos(q, key_i).
/// Shapes: keys (N, d), prompts (N, p, d); leaves, float32.
/// Source: Wang et al. 2022 (L2P, arXiv 2112.08654).
/// Threads: one forward pass at a time.
class PromptPool {
public:
    /// Both from N(0, 0.02).  Requires: 0 < chosen <= pool.
    PromptPool(const PromptOptions &options, int width, at::Generator &generator);

    const PromptOptions &options() const { return m_options; }

    /// Puts the chosen prompts behind the first token, [CLS]. Where gradients are recorded, the pull of these inputs is
    /// added to that of the batch.
    /// Shapes: queries (B, d); tokens (B, L, d) -> (B, L + k p, d).
    EmbeddedBatch insert(const EmbeddedBatch &batch, const at::Tensor &queries);

    /// The pull since it was last taken: a differentiable float32 scalar, undefined when there was no input.
    at::Tensor takePull();

    /// "prompts.keys", "prompts.values".
    NamedTensors parameters() const;
    void setTrainable(bool trainable);
    /// Errors: BadInput (missing key, other shape).
    void load(TensorMap &from);
    void to(const std::string &device);

private:
    PromptOptions m_options;
    at::Tensor m_keys;
    at::Tensor m_prompts;
    at::Tensor m_pull;  ///< sum over inputs and chosen keys
    std::int64_t m_pulled = 0;
};

}  // namespace atlas::engine
