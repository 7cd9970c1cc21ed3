#pragma once

#include "core/run_record.h"

namespace atlas {

/// The setting that says it.
inline constexpr const char *kTrainShare = "train_share";

/// Share of each task's training and validation samples that a run may use: its setting train_share, 1 where it has
/// none.
double trainShare(const RunSpec &spec);

/// The training samples that a run uses of a task that has `available`: first its limit, then its share of those.
double usedSamples(const RunSpec &spec, double available);

/// The same of the task at this place; a task that is taken over from another run counts as whole: its limits are that
/// run's.
double usedSamples(const RunSpec &spec, int task, double available);

/// Both runs learn from the same labels of a task: limit, share, and the faults that experiments plant.
bool sameLabels(const RunSpec &a, const RunSpec &b);

}  // namespace atlas
