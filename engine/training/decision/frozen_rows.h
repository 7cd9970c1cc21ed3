#pragma once

#include "engine/training/batching.h"
#include "engine/training/decision/task_signature.h"
#include "engine/training/prepared_task.h"

#include <optional>

namespace atlas::engine {

/// What the backbone makes of samples without adapters: pooled outputs, of a sample with several inputs their mean.
/// Shapes: -> (places, d) float32 on the CPU.  Errors: Cancelled within one micro-batch.
at::Tensor frozenRows(const Backbone &backbone, const PreparedSplit &split, const std::vector<std::int64_t> &places,
                      const BatchLimits &limits, const std::stop_token &stop);

/// At most `limit` of n places, evenly spread.
std::vector<std::int64_t> spreadPlaces(std::int64_t n, std::int64_t limit);

/// Whether a run with this strategy keeps signatures: where samples pass through a frozen transformer anyway.
bool keepsSignatures(const Strategy &strategy, const Backbone &backbone);

/// Features of a task for its signature: of at most 1,000 training samples, and of at most 500 validation samples,
/// which fit nothing. Without validation samples every fifth training sample is held out.
struct SignatureRows {
    at::Tensor fitted;
    at::Tensor heldOut;
};
SignatureRows signatureRows(const RunContext &context, const PreparedTask &task);

/// How new a task is to those learned before it.
struct Novelty {
    double percentile = 0;  ///< of the task's median distance, among the held-out samples of the nearest old task
    int nearest = 0;        ///< place of that task
};

/// Formula: min_k percentile_k(median_x d_k(x)); among equals the smaller distance is nearer. nullopt = no old task has
/// a signature.
std::optional<Novelty> noveltyOf(const at::Tensor &rows, const std::vector<TaskModel> &learned);

}  // namespace atlas::engine
