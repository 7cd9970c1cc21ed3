#pragma once

#include "engine/insight/standard_rows.h"
#include "engine/training/loaded_run.h"

#include <stop_token>
#include <vector>

namespace atlas::engine {

class FeatureSource;

/// What a task's head sees of each sample: the rows of its inputs side by side, of choices their mean.
/// Shapes: -> (samples, F) float32 on the CPU.  Errors: Cancelled within one micro-batch.
at::Tensor headRows(const Task &task, const FeatureSource &features, const BatchLimits &limits,
                    const std::stop_token &stop);

/// The training samples of a task as its head sees them, for finding those that are like a new one. Of more than
/// kMostKept samples so many, evenly spread. Standardised by these samples and scaled to length 1, in half precision.
class KnownSamples {
public:
    static constexpr std::int64_t kMostKept = 5000;

    /// As the request's cache folder keeps them, or computed and kept there. A file that cannot be written or read is
    /// no error: they are then computed each time.
    /// Errors: BadInput (a training sample that cannot be read), Cancelled.
    static KnownSamples of(LoadedRun &run, const PredictRequest &request, std::size_t place, Observer &observer,
                           const std::stop_token &stop);

    std::int64_t size() const { return m_ids.size(0); }

    /// Nearest first; at most `count`.  Shapes: (F)
    std::vector<NearSample> nearest(const at::Tensor &row, std::int64_t count) const;

private:
    RowStandard m_standard;
    at::Tensor m_rows;  ///< (n, F') half, of length 1
    at::Tensor m_ids;   ///< (n) int64
};

}  // namespace atlas::engine
