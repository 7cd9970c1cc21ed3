#include "engine/learning/mixing_plain.h"

#include <torch/nn/functional.h>
#include <torch/types.h>

#include <limits>

namespace atlas::engine {

namespace {

struct Pooled {
    at::Tensor s;          ///< (B, d)
    at::Tensor attention;  ///< (B, L + 1, H)
};

/// Attention of one query over [query ; y] without projections. y (B, L, d) in the query's type.
Pooled poolByQuery(const at::Tensor &query, const at::Tensor &y, const at::Tensor &mask, int heads, double divisor,
                   bool maskPadding)
{
    const std::int64_t batch = y.size(0);
    const std::int64_t length = y.size(1);
    const std::int64_t width = y.size(2);
    const at::Tensor values =
        torch::cat({query.expand({batch, 1, width}), y}, 1).view({batch, length + 1, heads, width / heads});
    at::Tensor scores = (values * (query / divisor).view({heads, width / heads})).sum(-1);
    if (maskPadding) {
        const at::Tensor padding = torch::constant_pad_nd(mask.eq(0), {1, 0}, 0).unsqueeze(-1);
        scores = scores.masked_fill(padding, -std::numeric_limits<double>::infinity());
    }
    const at::Tensor attention = scores.softmax(1);
    return {(attention.unsqueeze(-1) * values).sum(1).reshape({batch, width}), attention};
}

}  // namespace

at::Tensor adapterOutput(const Adapter &adapter, const at::Tensor &h, at::Tensor *code)
{
    const auto type = h.scalar_type();
    const at::Tensor z = torch::silu(torch::linear(h, adapter.downWeight.to(type), adapter.downBias.to(type)));
    if (code) {
        *code = z;
    }
    return h + torch::linear(z, adapter.upWeight.to(type), adapter.upBias.to(type));
}

at::Tensor mixPlain(const at::Tensor &h, const at::Tensor &mask, const Mixture &mixture, const GateOptions &options,
                    MixTrace *trace)
{
    namespace F = torch::nn::functional;
    const auto normalised = F::NormalizeFuncOptions().dim(-1).eps(kGateEpsilon);
    const double divisor = options.scoreDivisor(static_cast<int>(h.size(2)), mixture.heads);
    std::vector<at::Tensor> outputs, weights, codes, attentions, pooled;
    for (std::size_t t = 0; t < mixture.adapters.size(); ++t) {
        at::Tensor code;
        outputs.push_back(adapterOutput(*mixture.adapters[t], h, &code));
        codes.push_back(code);
        if (options.scaling == GateScaling::Off) {
            weights.push_back(torch::ones({h.size(0)}, mixture.adapters[t]->upBias.options().requires_grad(false)));
            continue;
        }
        const at::Tensor query = mixture.queries[static_cast<std::int64_t>(t)];
        const at::Tensor key = mixture.keys[static_cast<std::int64_t>(t)];
        const Pooled pool = poolByQuery(query, outputs.back().to(query.scalar_type()), mask, mixture.heads, divisor,
                                        options.maskPadding);
        const at::Tensor cosine = (F::normalize(pool.s, normalised) * F::normalize(key, normalised)).sum(-1);
        weights.push_back((cosine + 1) / 2);
        attentions.push_back(pool.attention);
        pooled.push_back(pool.s);
    }
    at::Tensor w = torch::stack(weights, 1);
    if (options.scaling == GateScaling::Normalised) {
        w = w / w.sum(1, true).clamp_min(kGateEpsilon);
    }
    at::Tensor out;
    for (std::size_t t = 0; t < outputs.size(); ++t) {
        const at::Tensor share =
            outputs[t] * w.select(1, static_cast<std::int64_t>(t)).to(h.scalar_type()).view({-1, 1, 1});
        out = out.defined() ? out + share : share;
    }
    if (trace) {
        trace->codes = torch::stack(codes, 2).detach();
        trace->weights = w.detach();
        if (options.scaling != GateScaling::Off) {
            trace->attention = torch::stack(attentions, 2).detach();
            trace->pooled = torch::stack(pooled, 1).detach();
        }
    }
    return out;
}

}  // namespace atlas::engine
