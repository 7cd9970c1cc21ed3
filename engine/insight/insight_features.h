#pragma once

#include "core/observer.h"
#include "core/task_kind.h"
#include "engine/backbone/backbone.h"
#include "engine/insight/step.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace atlas::engine {

/// What the frozen backbone makes of those samples that can be read.
struct InsightFeatures {
    at::Tensor rows;                   ///< (n, F) float32 on the CPU
    std::vector<std::int64_t> places;  ///< (n) of the rows among the given samples, ascending
};

/// One row per sample: the frozen embedders' own summaries where the backbone has such (OwnFeatureSource, kept in the
/// backbone's cache), else its pooled output without adapters. Inputs of a pair stand side by side; of a choice, which
/// has as many inputs as options, the mean is taken.
/// Samples that cannot be read (a damaged or vanished picture, an empty field) are left out; `observer` is warned once,
/// with their number and the first of them.
/// Errors: BadInput when none of them can be read, naming the first; Cancelled within one batch.
InsightFeatures insightFeatures(const Backbone &backbone, const TaskKind &kind, const std::vector<Sample> &samples,
                                int threads, Observer &observer, const Step &step, const std::stop_token &stop);

}  // namespace atlas::engine
