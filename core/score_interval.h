#pragma once

#include "core/intervals.h"
#include "core/scores.h"

namespace atlas {

/// Percentile bootstrap of any score over samples: each resample is scored as a whole, so that it holds for scores that
/// are no mean over samples (F1).  Not defined for fewer than two samples.  Source: Efron 1979.
std::optional<Interval> scoreInterval(const Score &score, const Judged &judged,
                                      const BootstrapOptions &options = {.resamples = 500});

}  // namespace atlas
