#pragma once

#include "core/observer.h"
#include "core/task.h"
#include "engine/backbone/backbone.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace atlas::engine {

/// The inputs of one sample: one, two for a pair, one per choice.
using SampleInputs = std::shared_ptr<const std::vector<PreparedInput>>;

/// Memory that all splits of a run share for prepared inputs.
struct CacheBudget {
    std::int64_t limit = 0;  ///< bytes
    std::int64_t used = 0;
};

/// The samples of one split made ready for the backbone. Everything is prepared once at construction, so that an
/// unreadable picture is found before training; what fits the budget is kept, the rest is prepared again when asked
/// for. The memory is given back when the split is destroyed.
/// Threads: one caller at a time; preparation itself runs on several threads.
class PreparedSplit {
public:
    /// `samples` must outlive this.
    /// Errors: BadInput naming the task, the sample and its file; Cancelled within one sample per thread.
    PreparedSplit(const Backbone &backbone, const Task &task, std::vector<const Sample *> samples, int threads,
                  std::shared_ptr<CacheBudget> budget, Observer &observer, const std::stop_token &stop);
    ~PreparedSplit();
    PreparedSplit(const PreparedSplit &) = delete;
    PreparedSplit &operator=(const PreparedSplit &) = delete;

    std::int64_t size() const { return static_cast<std::int64_t>(m_samples.size()); }
    const std::vector<const Sample *> &samples() const { return m_samples; }

    /// Tokens of the sample's longest input, and how many inputs it has: what batches are grouped by.
    int tokens(std::int64_t sample) const { return m_tokens[static_cast<std::size_t>(sample)]; }
    int inputs(std::int64_t sample) const { return m_inputs[static_cast<std::size_t>(sample)]; }

    /// The inputs of some samples, in the given order.  Errors: as the constructor.
    std::vector<SampleInputs> get(const std::vector<std::int64_t> &samples, const std::stop_token &stop) const;

private:
    std::vector<SampleInputs> prepare(const std::vector<std::int64_t> &samples, const std::stop_token &stop) const;

    const Backbone &m_backbone;
    const Task &m_task;
    std::vector<const Sample *> m_samples;
    int m_threads;
    std::shared_ptr<CacheBudget> m_budget;
    std::int64_t m_bytes = 0;
    std::vector<SampleInputs> m_kept;  ///< null where the budget did not allow it
    std::vector<int> m_tokens;
    std::vector<int> m_inputs;
};

}  // namespace atlas::engine
