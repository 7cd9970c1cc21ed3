#pragma once

#include <functional>

namespace atlas::engine {

/// Told before each piece of a long work how much of it is done (0..1). Throws to end the work: Cancelled.
using Step = std::function<void(double done)>;

}  // namespace atlas::engine
