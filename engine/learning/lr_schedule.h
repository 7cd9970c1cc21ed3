#pragma once

#include <algorithm>
#include <cstdint>

namespace atlas::engine {

/// Linear warm-up, then linear decay to 0.
/// Formula: step / max(1, warmup) while step < warmup, then (total - step) / (total - warmup); 0 beyond total.
/// `step` = updates done before this one, so the first update of a warm-up has rate 0; `warmup` may be fractional.
inline double learningRateFactor(std::int64_t step, std::int64_t total, double warmup)
{
    const auto now = static_cast<double>(step);
    if (now < warmup) {
        return now / std::max(1.0, warmup);
    }
    if (step > total) {
        return 0.0;
    }
    return 1.0 - (now - warmup) / (static_cast<double>(total) - warmup);
}

}  // namespace atlas::engine
