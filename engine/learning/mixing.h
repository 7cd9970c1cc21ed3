#pragma once

#include "engine/learning/adapter_bank.h"
#include "engine/learning/gate_options.h"

#include <vector>

namespace atlas::engine {

/// What is mixed at one site.
struct Mixture {
    std::vector<const Adapter *> adapters;  ///< T, those in training last
    at::Tensor queries;                     ///< (T, d); undefined with GateScaling::Off
    at::Tensor keys;                        ///< (T, d); the same
    int heads = 1;
};

/// Values inside a mixture for whoever looks, detached.
struct MixTrace {
    at::Tensor codes;      ///< z, (B, L, T, r)
    at::Tensor attention;  ///< p, (B, L + 1, T, H); row 0 is the query itself.  Undefined with GateScaling::Off
    at::Tensor pooled;     ///< s, (B, T, d).  The same
    at::Tensor weights;    ///< w as used, (B, T)
};

}  // namespace atlas::engine
