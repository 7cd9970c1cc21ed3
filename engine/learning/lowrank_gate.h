#pragma once

#include "engine/learning/gate_options.h"
#include "engine/learning/head_products.h"

namespace atlas::engine {

/// The gate of the low-rank mixture: how the weights come from queries, keys, h and z, and back.
/// Shapes: q, k, upBias (T, d); upHeads (T, H, d / H, r); all in the exact type.
struct GateInput {
    at::Tensor q;
    at::Tensor k;
    at::Tensor upBias;
    at::Tensor upHeads;
    double divisor = 1;
    GateScaling scaling = GateScaling::Published;
};

struct GateState {
    at::Tensor attention;    ///< p, (B, L + 1, T, H)
    at::Tensor pooledCodes;  ///< sum_l p_l z_t,l, (B, T, H, r)
    at::Tensor s;            ///< (B, T, d)
    at::Tensor cosines;      ///< (B, T)
};

/// `padding` (B, L) bool, true where a token takes no part; undefined = all do.
GateState gateForward(const GateInput &input, const at::Tensor &h, const at::Tensor &z, const at::Tensor &padding);

/// w as used, (B, T).
at::Tensor gateWeights(const at::Tensor &cosines, GateScaling scaling);

struct GateGradient {
    at::Tensor q;         ///< (T, d)
    at::Tensor k;         ///< (T, d)
    at::Tensor upWeight;  ///< (T, H, d / H, r), the gate's part only
    at::Tensor upBias;    ///< (T, d), the gate's part only
    HeadPair pooled;      ///< ds and U^T ds
    HeadPair query;       ///< q / divisor and U^T q / divisor
    at::Tensor scores;    ///< de without the query's own, (B, L, T, H)
};

/// From the gradient of w as used, (B, T).
GateGradient gateBackward(const GateInput &input, const GateState &state, const at::Tensor &h, const at::Tensor &z,
                          const at::Tensor &weightGradient);

}  // namespace atlas::engine
