#include "engine/learning/lowrank_gate.h"

#include <torch/types.h>

#include <limits>

namespace atlas::engine {

namespace {

/// U_t,n^T x_t,n.  (B, T, H, d / H) -> (B, T, H, r)
at::Tensor toCodes(const at::Tensor &x, const at::Tensor &upHeads)
{
    const at::Tensor product = torch::bmm(x.flatten(1, 2).transpose(0, 1), upHeads.flatten(0, 1));
    return product.transpose(0, 1).contiguous().view({x.size(0), x.size(1), x.size(2), -1});
}

/// U_t,n y_t,n.  (B, T, H, r) -> (B, T, H, d / H)
at::Tensor fromCodes(const at::Tensor &y, const at::Tensor &upHeads)
{
    const at::Tensor product = torch::bmm(y.flatten(1, 2).transpose(0, 1), upHeads.flatten(0, 1).transpose(1, 2));
    return product.transpose(0, 1).contiguous().view({y.size(0), y.size(1), y.size(2), -1});
}

HeadPair scaledQuery(const GateInput &input)
{
    const auto shape = input.upHeads.sizes();
    const at::Tensor query = (input.q / input.divisor).view({1, shape[0], shape[1], shape[2]});
    return {query, toCodes(query, input.upHeads)};
}

at::Tensor lengthOf(const at::Tensor &x)
{
    return x.norm(2, {-1}, true).clamp_min(kGateEpsilon);
}

}  // namespace

GateState gateForward(const GateInput &input, const at::Tensor &h, const at::Tensor &z, const at::Tensor &padding)
{
    const auto shape = input.upHeads.sizes();
    const std::int64_t batch = h.size(0), length = h.size(1), tasks = shape[0], heads = shape[1];
    const HeadPair query = scaledQuery(input);
    const at::Tensor q = input.q.view({tasks, heads, -1});
    const at::Tensor bias = input.upBias.view({tasks, heads, -1});

    at::Tensor scores = contractHeads(h, z, query).add_((query.h[0] * bias).sum(-1));
    if (padding.defined()) {
        scores.masked_fill_(padding.view({batch, length, 1, 1}), -std::numeric_limits<double>::infinity());
    }
    const at::Tensor own = (query.h[0] * q).sum(-1).expand({batch, 1, tasks, heads});

    GateState state;
    state.attention = torch::cat({own, scores}, 1).softmax(1);
    const at::Tensor p0 = state.attention.select(1, 0).unsqueeze(-1);
    HeadPair pooled = gatherHeads(state.attention.narrow(1, 1, length), h, z);
    state.pooledCodes = pooled.z;
    state.s = pooled.h.add_(fromCodes(pooled.z, input.upHeads)).add_(bias + p0 * (q - bias)).flatten(2);
    state.cosines = (state.s * input.k).sum(-1).div_((lengthOf(state.s) * lengthOf(input.k)).squeeze(-1));
    return state;
}

at::Tensor gateWeights(const at::Tensor &cosines, GateScaling scaling)
{
    const at::Tensor weights = (cosines + 1) / 2;
    return scaling == GateScaling::Normalised ? weights / weights.sum(1, true).clamp_min(kGateEpsilon) : weights;
}

GateGradient gateBackward(const GateInput &input, const GateState &state, const at::Tensor &h, const at::Tensor &z,
                          const at::Tensor &weightGradient)
{
    const auto shape = input.upHeads.sizes();
    const std::int64_t batch = h.size(0), length = h.size(1), tasks = shape[0], heads = shape[1];
    const at::Tensor q = input.q.view({tasks, heads, -1});
    const at::Tensor bias = input.upBias.view({tasks, heads, -1});
    GateGradient gradient;
    gradient.query = scaledQuery(input);

    at::Tensor dw = weightGradient;
    if (input.scaling == GateScaling::Normalised) {
        const at::Tensor weights = (state.cosines + 1) / 2;
        const at::Tensor sum = weights.sum(1, true).clamp_min(kGateEpsilon);
        dw = (dw - (dw * weights).sum(1, true) / sum) / sum;
    }
    const at::Tensor dcos = (dw / 2).unsqueeze(-1);
    const at::Tensor cosines = state.cosines.unsqueeze(-1);
    const at::Tensor sLength = lengthOf(state.s), kLength = lengthOf(input.k);
    const at::Tensor sUnit = state.s / sLength, kUnit = input.k / kLength;
    gradient.k = (dcos * (sUnit - cosines * kUnit)).sum(0) / kLength;
    const at::Tensor ds = (dcos * (kUnit - cosines * sUnit) / sLength).view({batch, tasks, heads, -1});
    gradient.pooled = {ds, toCodes(ds, input.upHeads)};

    // Softmax, over the query itself and all tokens.
    const at::Tensor p0 = state.attention.select(1, 0), p = state.attention.narrow(1, 1, length);
    at::Tensor dp = contractHeads(h, z, gradient.pooled).add_((ds * bias).sum(-1).unsqueeze(1));
    const at::Tensor dp0 = (ds * q).sum(-1);
    const at::Tensor mean = (p * dp).sum(1) + p0 * dp0;
    gradient.scores = dp.sub_(mean.unsqueeze(1)).mul_(p);
    const at::Tensor de0 = (p0 * (dp0 - mean)).unsqueeze(-1);

    // The gradients of the softmax sum to 0, so those of the tokens' scores sum to -de0.
    const HeadPair gathered = gatherHeads(gradient.scores, h, z);
    const at::Tensor throughScores = gathered.h + fromCodes(gathered.z, input.upHeads) - de0 * bias;
    gradient.q = (p0.unsqueeze(-1) * ds + (throughScores + 2 * de0 * q) / input.divisor).sum(0).flatten(1);
    gradient.upBias = ((1 - p0.unsqueeze(-1)) * ds - de0 * gradient.query.h).sum(0).flatten(1);
    const at::Tensor throughPooling =
        torch::bmm(ds.flatten(1, 2).permute({1, 2, 0}), state.pooledCodes.flatten(1, 2).transpose(0, 1));
    gradient.upWeight = throughPooling.view(shape) + gradient.query.h[0].unsqueeze(-1) * gathered.z.sum(0).unsqueeze(2);
    return gradient;
}

}  // namespace atlas::engine
