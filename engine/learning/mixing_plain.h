#pragma once

#include "engine/learning/mixing.h"

namespace atlas::engine {

/// A(h) = h + U silu(D h + d) + u.  Shapes: (B, L, d) -> (B, L, d).  `code` receives silu(D h + d).
at::Tensor adapterOutput(const Adapter &adapter, const at::Tensor &h, at::Tensor *code = nullptr);

/// The mixture as its formula reads, by autograd: every adapter's output is formed.
/// Formula: kv_t = [q_t ; A_t(h)];  p_t = softmax over kv_t of kv_t,n . q_t,n / divisor, per head n;
///          s_t = sum p_t kv_t;  w_t = (cos(s_t, k_t) + 1) / 2;  out = sum_t w_t A_t(h)
/// Shapes: h (B, L, d), mask (B, L) with 0 = padding -> (B, L, d) in the type of h.
/// Source: METHOD section 2 (ATLAS, arXiv 2410.10923).
at::Tensor mixPlain(const at::Tensor &h, const at::Tensor &mask, const Mixture &mixture, const GateOptions &options,
                    MixTrace *trace = nullptr);

}  // namespace atlas::engine
