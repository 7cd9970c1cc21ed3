#include "engine/backbone/layers.h"

#include "engine/backbone/half_layer_norm.h"

#include <torch/types.h>

namespace atlas::engine {

Linear Linear::make(WeightSource &source, const std::string &name, int out, int in, bool withBias)
{
    Linear linear;
    linear.name = name;
    linear.weight = source.take(name + ".weight", {out, in}, Init::Normal);
    if (withBias) {
        linear.bias = source.take(name + ".bias", {out}, Init::Zeros);
    }
    return linear;
}

at::Tensor Linear::operator()(const at::Tensor &x) const
{
    return at::linear(x, weight, bias);
}

void Linear::visit(const WeightVisitor &visitor)
{
    visitor(name + ".weight", weight);
    if (bias.defined()) {
        visitor(name + ".bias", bias);
    }
}

LayerNorm LayerNorm::make(WeightSource &source, const std::string &name, int width, double eps)
{
    return {name, source.take(name + ".weight", {width}, Init::Ones), source.take(name + ".bias", {width}, Init::Zeros),
            eps};
}

at::Tensor LayerNorm::operator()(const at::Tensor &x) const
{
    const bool halfOnCpu = x.scalar_type() == at::kBFloat16 && x.is_cpu() && !weight.requires_grad();
    return halfOnCpu ? halfLayerNorm(x, weight, bias, eps) : at::layer_norm(x, {x.size(-1)}, weight, bias, eps);
}

void LayerNorm::visit(const WeightVisitor &visitor)
{
    visitor(name + ".weight", weight);
    visitor(name + ".bias", bias);
}

}  // namespace atlas::engine
