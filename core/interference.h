#pragma once

#include "core/measure_input.h"
#include "core/paired.h"

#include <vector>

namespace atlas {

/// What learning one task did to an older one.
struct Interference {
    int step = 0;                 ///< place of the task that was learned
    int task = 0;                 ///< place of the older one
    PairedDifference difference;  ///< of its score: after the step - before it, sample by sample
};

/// Which older task suffered, or gained, from which step of the sequence, as far as chance does not explain it: by
/// sample scores before and after each step (paired.h). The greatest loss first. Empty where older tasks never change,
/// and where a run keeps no samples.
std::vector<Interference> interferences(const MeasureInput &input);

}  // namespace atlas
