#pragma once

#include "engine/learning/prompt_pool.h"
#include "engine/training/feature_source.h"

namespace atlas::engine {

/// Runs the backbone with prompts that each input picks by its frozen features. Those are computed once, in
/// micro-batches of the split alone, so that the choice never depends on the batch or on where a run was resumed.
class PromptedFeatures final : public InputFeatures {
public:
    /// All references must outlive this.  Errors: Cancelled within one micro-batch.
    PromptedFeatures(const Backbone &backbone, PromptPool &pool, const PreparedSplit &split, const BatchLimits &limits,
                     const std::stop_token &stop);

    const PreparedSplit &split() const override { return m_live.split(); }
    at::Tensor rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &samples) const override
    {
        return m_live.rowsOf(inputs, samples);
    }

private:
    class Insertion final : public TokenHook {
    public:
        Insertion(PromptPool &pool, const FeatureSource &queries, int width)
            : m_pool(pool), m_queries(queries), m_width(width)
        {
        }
        EmbeddedBatch apply(const EmbeddedBatch &batch, const MicroBatch &samples) override;

    private:
        PromptPool &m_pool;
        const FeatureSource &m_queries;
        int m_width;
    };

    CachedFeatures m_queries;
    Insertion m_insertion;
    LiveFeatures m_live;
};

}  // namespace atlas::engine
