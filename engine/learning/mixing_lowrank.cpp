#include "engine/learning/mixing_lowrank.h"

#include "core/error.h"
#include "engine/learning/lowrank_gate.h"

#include <torch/autograd.h>
#include <torch/types.h>

namespace atlas::engine {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The adapters in training as one: shapes as PackedAdapters, with T = their number.
struct Trainable {
    std::int64_t count = 0;
    at::Tensor downWeight, downBias, upWeight, upBias;
};

Trainable trainableOf(const Mixture &mixture)
{
    Trainable result;
    std::vector<at::Tensor> down, downBias, up, upBias;
    for (const Adapter *adapter : mixture.adapters) {
        if (adapter->requiresGrad()) {
            down.push_back(adapter->downWeight);
            downBias.push_back(adapter->downBias);
            up.push_back(adapter->upWeight);
            upBias.push_back(adapter->upBias);
        } else if (!down.empty()) {
            throw Error(ErrorCode::Internal, "A frozen adapter stands behind one in training.");
        }
    }
    result.count = static_cast<std::int64_t>(down.size());
    if (result.count > 0) {
        result.downWeight = result.count == 1 ? down.front() : torch::cat(down, 0);
        result.downBias = result.count == 1 ? downBias.front() : torch::cat(downBias, 0);
        result.upWeight = result.count == 1 ? up.front() : torch::cat(up, 1);
        result.upBias = torch::stack(upBias, 0);
    }
    return result;
}

at::Tensor toUsed(const at::Tensor &weights, const at::Tensor &like)
{
    return weights.to(like.scalar_type());
}

/// Order of the saved tensors.
enum Saved { kH, kA, kDown, kDownBias, kUp, kUpBias, kUpHeads, kQ, kK, kAttention, kPooledCodes, kS, kCosines };

/// Autograd takes no undefined tensors, so what may be absent is optional.
using MaybeTensor = c10::optional<at::Tensor>;

MaybeTensor maybe(const at::Tensor &tensor)
{
    return tensor.defined() ? MaybeTensor(tensor) : c10::nullopt;
}

class LowRankMix : public torch::autograd::Function<LowRankMix> {
public:
    static at::Tensor forward(AutogradContext *context, const at::Tensor &h, const MaybeTensor &q, const MaybeTensor &k,
                              const MaybeTensor &newDown, const MaybeTensor &newDownBias, const MaybeTensor &newUp,
                              const MaybeTensor &newUpBias, const PackedAdapters *packed, const MaybeTensor &padding,
                              double divisor, const GateOptions *options, std::int64_t trainable, MixTrace *trace);
    static variable_list backward(AutogradContext *context, variable_list gradients);
};

at::Tensor LowRankMix::forward(AutogradContext *context, const at::Tensor &h, const MaybeTensor &q,
                               const MaybeTensor &k, const MaybeTensor &, const MaybeTensor &, const MaybeTensor &,
                               const MaybeTensor &, const PackedAdapters *packed, const MaybeTensor &padding,
                               double divisor, const GateOptions *options, std::int64_t trainable, MixTrace *trace)
{
    const std::int64_t batch = h.size(0), length = h.size(1), width = h.size(2);
    const std::int64_t tasks = packed->upBias().size(0), codes = packed->down().size(0);
    const at::Tensor rows = h.view({batch * length, width});
    const at::Tensor a = torch::addmm(packed->downBias(), rows, packed->down().t()).view({batch, length, codes});
    const at::Tensor z = torch::silu(a);

    GateState state;
    at::Tensor weights;
    if (options->scaling == GateScaling::Off) {
        weights = torch::ones({batch, tasks}, packed->upBias().options());
    } else {
        const GateInput gate{*q, *k, packed->upBias(), packed->upHeads(), divisor, options->scaling};
        state = gateForward(gate, h, z, padding.value_or(at::Tensor()));
        weights = gateWeights(state.cosines, options->scaling);
    }
    const at::Tensor weighted = z.view({batch, length, tasks, -1}) * toUsed(weights, z).view({batch, 1, tasks, 1});
    at::Tensor out = torch::addcmul(toUsed(weights.matmul(packed->upBias()), h).unsqueeze(1), h,
                                    toUsed(weights.sum(1), h).view({batch, 1, 1}));
    out.view({batch * length, width}).addmm_(weighted.view({batch * length, codes}), packed->up().t());

    if (trace) {
        *trace = {z.view({batch, length, tasks, -1}), state.attention, state.s, weights};
    }
    context->save_for_backward({h, options->recompute ? at::Tensor() : a, packed->down(), packed->downBias(),
                                packed->up(), packed->upBias(), packed->upHeads(), q.value_or(at::Tensor()),
                                k.value_or(at::Tensor()), state.attention, state.pooledCodes, state.s, state.cosines});
    context->saved_data["divisor"] = divisor;
    context->saved_data["scaling"] = static_cast<std::int64_t>(options->scaling);
    context->saved_data["trainable"] = trainable;
    context->saved_data["h"] = h.requires_grad();
    return out;
}

/// Gradients of the adapters in training, which are the last `count`.
struct WeightGradients {
    at::Tensor downWeight, downBias, upWeight, upBias;
};

WeightGradients weightGradients(std::int64_t count, const at::Tensor &h, const at::Tensor &g, const at::Tensor &z,
                                const at::Tensor &da, const at::Tensor &weights, const at::Tensor &columns,
                                const GateGradient &gate)
{
    const auto exact = weights.scalar_type();
    const std::int64_t tasks = weights.size(1), width = h.size(2), bottleneck = z.size(2) / tasks;
    const std::int64_t first = tasks - count;
    const at::Tensor newWeights = weights.narrow(1, first, count);
    const at::Tensor activation = da.narrow(2, first * bottleneck, count * bottleneck).flatten(0, 1);
    const at::Tensor code = z.view({z.size(0), z.size(1), tasks, bottleneck}).narrow(2, first, count) *
                            toUsed(newWeights, z).view({z.size(0), 1, count, 1});
    WeightGradients result;
    result.downWeight = torch::mm(activation.t(), h.flatten(0, 1)).to(exact);
    result.downBias = activation.sum(0, false, exact);
    result.upWeight = torch::mm(g.flatten(0, 1).t(), code.flatten(2).flatten(0, 1)).to(exact);
    result.upBias = newWeights.t().matmul(columns);
    if (gate.upWeight.defined()) {
        // (T, H, d / H, r) -> (d, T r)
        result.upWeight += gate.upWeight.narrow(0, first, count).permute({1, 2, 0, 3}).reshape({width, -1});
        result.upBias += gate.upBias.narrow(0, first, count);
    }
    return result;
}

variable_list LowRankMix::backward(AutogradContext *context, variable_list gradients)
{
    const variable_list saved = context->get_saved_variables();
    const auto trainable = context->saved_data["trainable"].toInt();
    const auto scaling = static_cast<GateScaling>(context->saved_data["scaling"].toInt());
    const bool wantH = context->saved_data["h"].toBool();
    const at::Tensor &h = saved[kH];
    const at::Tensor g = gradients[0].contiguous();
    const std::int64_t batch = h.size(0), length = h.size(1), width = h.size(2);
    const std::int64_t tasks = saved[kUpBias].size(0), codes = saved[kDown].size(0);

    const at::Tensor a = saved[kA].defined()
                             ? saved[kA]
                             : torch::addmm(saved[kDownBias], h.view({batch * length, width}), saved[kDown].t())
                                   .view({batch, length, codes});
    const at::Tensor sigmoid = torch::sigmoid(a);
    const at::Tensor z = a * sigmoid;
    const at::Tensor v = torch::mm(g.view({batch * length, width}), saved[kUp]).view({batch, length, codes});
    const GradientSums sums = sumGradients(g, h, v, z, tasks);

    at::Tensor weights;
    GateGradient gate;
    SpreadGradient spread;
    if (scaling == GateScaling::Off) {
        weights = torch::ones({batch, tasks}, saved[kUpBias].options());
        spread.activation = v * (sigmoid * (1 + a * (1 - sigmoid)));
        spread.h = wantH ? g * static_cast<double>(tasks) : at::Tensor();
    } else {
        const GateInput input{
            saved[kQ], saved[kK], saved[kUpBias], saved[kUpHeads], context->saved_data["divisor"].toDouble(), scaling};
        const GateState state{saved[kAttention], saved[kPooledCodes], saved[kS], saved[kCosines]};
        weights = gateWeights(state.cosines, scaling);
        const at::Tensor dw = sums.product.unsqueeze(1) + sums.codeProducts + sums.columns.matmul(saved[kUpBias].t());
        gate = gateBackward(input, state, h, z, dw);
        if (wantH || trainable > 0) {
            spread = spreadHeads(
                {state.attention.narrow(1, 1, length), gate.pooled, gate.scores, gate.query, weights, g, v, a, sigmoid},
                wantH);
        }
    }
    if (wantH) {
        spread.h.view({batch * length, width}).addmm_(spread.activation.view({batch * length, codes}), saved[kDown]);
    }
    WeightGradients fresh;
    if (trainable > 0) {
        fresh = weightGradients(trainable, h, g, z, spread.activation, weights, sums.columns, gate);
    }
    const at::Tensor none;
    return {spread.h, gate.q, gate.k, fresh.downWeight, fresh.downBias, fresh.upWeight, fresh.upBias, none, none, none,
            none,     none,   none};
}

}  // namespace

at::Tensor mixLowRank(const at::Tensor &h, const at::Tensor &mask, const Mixture &mixture, const PackedAdapters &packed,
                      const GateOptions &options, MixTrace *trace)
{
    const Trainable trainable = at::GradMode::is_enabled() ? trainableOf(mixture) : Trainable();
    const at::Tensor padding = options.maskPadding ? mask.eq(0) : at::Tensor();
    const double divisor = options.scoreDivisor(static_cast<int>(h.size(2)), mixture.heads);
    return LowRankMix::apply(h.contiguous(), maybe(mixture.queries), maybe(mixture.keys), maybe(trainable.downWeight),
                             maybe(trainable.downBias), maybe(trainable.upWeight), maybe(trainable.upBias), &packed,
                             maybe(padding), divisor, &options, trainable.count, trace);
}

}  // namespace atlas::engine
