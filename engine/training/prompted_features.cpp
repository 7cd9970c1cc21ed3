#include "engine/training/prompted_features.h"

#include <torch/types.h>

namespace atlas::engine {

PromptedFeatures::PromptedFeatures(const Backbone &backbone, PromptPool &pool, const PreparedSplit &split,
                                   const BatchLimits &limits, const std::stop_token &stop)
    : m_queries(
          LiveFeatures(backbone, nullptr, split), limits, [](std::int64_t) {}, stop),
      m_insertion(pool, m_queries, backbone.config().width), m_live(backbone, nullptr, split, &m_insertion)
{
}

EmbeddedBatch PromptedFeatures::Insertion::apply(const EmbeddedBatch &batch, const MicroBatch &samples)
{
    // A row begins with the pooled output; what embedders add behind it is not part of the query.
    return m_pool.insert(batch, m_queries.rows(samples, {}).narrow(1, 0, m_width));
}

}  // namespace atlas::engine
