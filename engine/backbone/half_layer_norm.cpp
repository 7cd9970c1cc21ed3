#include "engine/backbone/half_layer_norm.h"

#include <torch/autograd.h>
#include <torch/types.h>

#include <array>
#include <tuple>

namespace atlas::engine {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class HalfLayerNorm : public torch::autograd::Function<HalfLayerNorm> {
public:
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x, const at::Tensor &weight,
                              const at::Tensor &bias, double eps)
    {
        const auto [y, mean, inverse] =
            at::native_layer_norm(x.to(at::kFloat), {x.size(-1)}, weight.to(at::kFloat), bias.to(at::kFloat), eps);
        context->save_for_backward({x, weight, bias, mean.to(x.scalar_type()), inverse.to(x.scalar_type())});
        return y.to(x.scalar_type());
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor &x = saved[0];
        const auto gradient =
            at::native_layer_norm_backward(gradients[0].contiguous(), x, {x.size(-1)}, saved[3], saved[4], saved[1],
                                           saved[2], std::array<bool, 3>{true, false, false});
        return {std::get<0>(gradient), at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

at::Tensor halfLayerNorm(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias, double eps)
{
    return HalfLayerNorm::apply(x.contiguous(), weight, bias, eps);
}

}  // namespace atlas::engine
