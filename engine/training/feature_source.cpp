#include "engine/training/feature_source.h"

#include <torch/types.h>
#include <torch/utils.h>

namespace atlas::engine {

namespace {

/// The samples' inputs and what keeps them.
struct InputsOf {
    InputsOf(const PreparedSplit &split, const MicroBatch &samples, const std::stop_token &stop)
        : kept(split.get(samples, stop))
    {
        for (const SampleInputs &sample : kept) {
            for (const PreparedInput &input : *sample) {
                inputs.push_back(&input);
            }
        }
    }

    std::vector<SampleInputs> kept;
    std::vector<const PreparedInput *> inputs;
};

}  // namespace

at::Tensor InputFeatures::rows(const MicroBatch &samples, const std::stop_token &stop) const
{
    return rowsOf(InputsOf(split(), samples, stop).inputs, samples);
}

at::Tensor LiveFeatures::rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &samples) const
{
    EmbeddedBatch embedded = m_backbone.embed(inputs);
    if (m_tokens != nullptr) {
        embedded = m_tokens->apply(embedded, samples);
    }
    const at::Tensor pooled = m_backbone.pool(m_backbone.encode(embedded, m_hook));
    if (m_backbone.ownWidth() == 0) {
        return pooled;
    }
    return torch::cat({pooled.to(torch::kFloat), m_backbone.ownFeatures(inputs).to(pooled.device())}, 1);
}

at::Tensor OwnFeatureSource::rowsOf(const std::vector<const PreparedInput *> &inputs, const MicroBatch &) const
{
    return m_backbone.ownFeatures(inputs);
}

CachedFeatures::CachedFeatures(const FeatureSource &source, const BatchLimits &limits,
                               const std::function<void(std::int64_t)> &progress, const std::stop_token &stop)
    : m_split(source.split()), m_rows(static_cast<std::size_t>(source.split().size()))
{
    const torch::NoGradGuard frozen;
    const std::vector<std::int64_t> all = allPlaces(m_split.size());
    std::int64_t done = 0;
    for (const MicroBatch &batch : makeMicroBatches(m_split, all, limits)) {
        throwIfStopped(stop);
        const at::Tensor rows = source.rows(batch, stop).to(torch::kFloat);
        std::int64_t begin = 0;
        for (const std::int64_t sample : batch) {
            const std::int64_t count = m_split.inputs(sample);
            m_rows[static_cast<std::size_t>(sample)] = rows.narrow(0, begin, count).clone();
            begin += count;
        }
        done += static_cast<std::int64_t>(batch.size());
        progress(done);
    }
}

at::Tensor CachedFeatures::rows(const MicroBatch &samples, const std::stop_token &) const
{
    std::vector<at::Tensor> rows;
    rows.reserve(samples.size());
    for (const std::int64_t sample : samples) {
        rows.push_back(m_rows[static_cast<std::size_t>(sample)]);
    }
    return torch::cat(rows);
}

}  // namespace atlas::engine
