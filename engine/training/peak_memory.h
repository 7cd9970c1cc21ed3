#pragma once

#include <cstdint>

namespace atlas::engine {

/// The largest resident size that this process has had since it began or since `resetPeakMemory()`.  Units: bytes.
std::int64_t peakMemoryBytes();

/// Starts the measurement anew where the kernel allows it (Linux: /proc/self/clear_refs); else does nothing.
void resetPeakMemory();

}  // namespace atlas::engine
