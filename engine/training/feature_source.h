#pragma once

#include "engine/learning/task_head.h"
#include "engine/training/batching.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace atlas::engine {

/// Gives features of samples to a head: pooled outputs and, behind them, the embedders' own features where the backbone
/// has such.
class FeatureSource {
public:
    virtual ~FeatureSource() = default;

    virtual const PreparedSplit &split() const = 0;

    /// One row per input, inputs of a sample side by side, samples in the given order.
    /// Shapes: -> (sum of inputs, d + own).  Errors: Cancelled.
    virtual at::Tensor rows(const MicroBatch &samples, const std::stop_token &stop) const = 0;
};

/// What stands before the transformer: prompts.
class TokenHook {
public:
    virtual ~TokenHook() = default;

    /// Changes the tokens of the inputs of some samples; the first token stays the first.
    virtual EmbeddedBatch apply(const EmbeddedBatch &batch, const MicroBatch &samples) = 0;
};

/// Features that are computed anew of the prepared inputs, whatever these are.
class InputFeatures : public FeatureSource {
public:
    at::Tensor rows(const MicroBatch &samples, const std::stop_token &stop) const override;

    /// What the samples' rows are with these inputs in the place of their own, sample by sample.
    /// Shapes: (inputs) -> (inputs, d + own)
    virtual at::Tensor rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &samples) const = 0;
};

/// Runs the backbone, with adapters and prompts where hooks are given. Gradients reach whatever requires them.
class LiveFeatures final : public InputFeatures {
public:
    /// All references must outlive this.
    LiveFeatures(const Backbone &backbone, SiteHook *hook, const PreparedSplit &split, TokenHook *tokens = nullptr)
        : m_backbone(backbone), m_hook(hook), m_split(split), m_tokens(tokens)
    {
    }

    const PreparedSplit &split() const override { return m_split; }
    at::Tensor rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &samples) const override;

private:
    const Backbone &m_backbone;
    SiteHook *m_hook;
    const PreparedSplit &m_split;
    TokenHook *m_tokens;
};

/// The embedders' own features alone: nothing runs but what prepared the samples.
/// Requires: backbone.ownWidth() > 0; all references outlive this.
class OwnFeatureSource final : public InputFeatures {
public:
    OwnFeatureSource(const Backbone &backbone, const PreparedSplit &split) : m_backbone(backbone), m_split(split) {}

    const PreparedSplit &split() const override { return m_split; }
    at::Tensor rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &samples) const override;

private:
    const Backbone &m_backbone;
    const PreparedSplit &m_split;
};

/// Features that training cannot change, computed once: what is left of a step is the head.
class CachedFeatures final : public FeatureSource {
public:
    /// `progress` is told how many samples are done.  Errors: Cancelled within one micro-batch.
    CachedFeatures(const FeatureSource &source, const BatchLimits &limits,
                   const std::function<void(std::int64_t)> &progress, const std::stop_token &stop);

    const PreparedSplit &split() const override { return m_split; }
    at::Tensor rows(const MicroBatch &samples, const std::stop_token &stop) const override;

private:
    const PreparedSplit &m_split;
    std::vector<at::Tensor> m_rows;  ///< per sample (inputs, d)
};

}  // namespace atlas::engine
