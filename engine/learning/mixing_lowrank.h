#pragma once

#include "engine/learning/mixing.h"
#include "engine/learning/packed_adapters.h"

namespace atlas::engine {

/// The same mixture as mixPlain() without any tensor of size T x B x L x d, and with a hand-written backward pass that
/// forms weight gradients only for adapters in training.
/// Formula: z = silu(h D^T + d), all tasks in one product;
///          score_t,n,l = q_t,n . h_l,n + (U_t,n^T q_t,n) . z_t,l + q_t,n . u_t,n, each / divisor;
///          s_t,n = p_0 q_t,n + sum_l p_l h_l,n + U_t,n sum_l p_l z_t,l + (1 - p_0) u_t,n;
///          out = (sum_t w_t) h + [w_1 z_1 .. w_T z_T] U^T + sum_t w_t u_t
/// Shapes: h (B, L, d), mask (B, L) with 0 = padding -> (B, L, d) in the type of h. Scores, softmax, s, cosine and w
/// are in the queries' type whatever the type of h. Requires: `packed` holds the mixture's adapters in its order and in
/// the type of h, and stays unchanged until backward; adapters in training stand last.  Errors: Internal otherwise.
/// Source: METHOD section 2, low-rank evaluation.
at::Tensor mixLowRank(const at::Tensor &h, const at::Tensor &mask, const Mixture &mixture, const PackedAdapters &packed,
                      const GateOptions &options, MixTrace *trace = nullptr);

}  // namespace atlas::engine
